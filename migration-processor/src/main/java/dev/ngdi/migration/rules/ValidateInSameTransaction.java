package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Refuses to validate a constraint under the lock that adding it took. */
final class ValidateInSameTransaction implements Rule {
  @Override
  public String summary() {
    return "`VALIDATE CONSTRAINT` in the transaction that adds the constraint, under its lock";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.ValidateConstraint.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    boolean transaction =
        subject.transaction() != Subject.TransactionMode.NONE
            && subject.up().filter(up -> up.runsInTransaction()).isPresent();
    List<AddedConstraint> added =
        Stream.of(Kind.CHECK, Kind.FOREIGN_KEY, Kind.NOT_NULL)
            .flatMap(kind -> AddedConstraint.in(subject, kind).stream())
            .filter(constraint -> constraint.definition().state().notValid())
            .toList();
    return Alteration.in(subject, TableAction.ValidateConstraint.class).stream()
        .flatMap(
            validate ->
                added.stream()
                    .filter(a -> isOf(a, validate))
                    .filter(a -> transaction || a.at().change().equals(validate.change()))
                    .limit(1)
                    .map(a -> finding(a, validate)))
        .toList();
  }

  private static boolean isOf(
      AddedConstraint added, Alteration<TableAction.ValidateConstraint> validate) {
    return added.at().table().oid() == validate.table().oid()
        && added.name().equals(Identifiers.quote(validate.action().name()));
  }

  private static Finding finding(
      AddedConstraint added, Alteration<TableAction.ValidateConstraint> validate) {
    boolean key = added.definition().kind() == Kind.FOREIGN_KEY;
    boolean one = added.at().change().equals(validate.change());
    String problem =
        "validating `%s` reads all of `%s` while nobody can %s it: %s locks it until the transaction ends"
            .formatted(
                added.name(),
                added.table(),
                key && !one ? "write to" : "read or write",
                one ? "the same statement" : "adding the constraint");
    Sequel sequel = Sequel.of(added.subject());
    rest(validate).ifPresent(sequel::here);
    return validate.finding(problem, added.thenValidate(sequel).text());
  }

  /** What the statement does besides. */
  private static Optional<String> rest(Alteration<TableAction.ValidateConstraint> validate) {
    if (validate.alter().actions().size() == 1) {
      return Optional.empty();
    }
    String sql = validate.alter().source().sql();
    String action =
        "VALIDATE\\s+CONSTRAINT\\s+\"?" + Pattern.quote(validate.action().name()) + "\"?";
    String before = sql.replaceFirst("(?i)\\s*,\\s*" + action, "");
    return Optional.of(
        before.equals(sql) ? sql.replaceFirst("(?i)" + action + "\\s*,\\s*", "") : before);
  }
}
