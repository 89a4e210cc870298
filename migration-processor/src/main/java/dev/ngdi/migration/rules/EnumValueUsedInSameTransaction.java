package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.undo.Restore;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses what PostgreSQL refuses: the use of an enum value before its transaction is over. */
final class EnumValueUsedInSameTransaction implements Rule {
  private static final int ALLOWS_NEW_TYPES = 17;

  @Override
  public String summary() {
    return "a new value of an enum that is used in the transaction that adds it, which PostgreSQL"
        + " refuses";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.AlterObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    boolean oneTransaction =
        subject.transaction() != Subject.TransactionMode.NONE
            && subject.up().orElse(Script.EMPTY).runsInTransaction();
    return oneTransaction
        ? Occurrence.in(subject, Statement.AlterObject.class).stream()
            .flatMap(alter -> findings(subject, alter))
            .toList()
        : List.of();
  }

  private static Stream<Finding> findings(
      Subject subject, Occurrence<Statement.AlterObject> alter) {
    QualifiedName type = alter.statement().name();
    Optional<UserType> known = alter.before().type(type).found();
    boolean ofNewType =
        known.filter(t -> t.oid() >= subject.timeline().start().nextOid()).isPresent();
    if (ofNewType && subject.policy().postgres() >= ALLOWS_NEW_TYPES) {
      return Stream.of();
    }
    return alter.statement().actions().stream()
        .filter(ObjectAction.AddValue.class::isInstance)
        .map(ObjectAction.AddValue.class::cast)
        .filter(add -> !isThere(known, add.value()))
        .flatMap(
            add -> {
              EnumUse use = new EnumUse(add.value(), type, known);
              return alter.later().stream()
                  .filter(use::isIn)
                  .limit(1)
                  .map(change -> finding(subject, change, type, add.value()));
            });
  }

  private static boolean isThere(Optional<UserType> known, String value) {
    return known
        .filter(t -> t instanceof UserType.Enumeration e && e.values().contains(value))
        .isPresent();
  }

  private static Finding finding(Subject subject, Change change, QualifiedName type, String value) {
    String up = change.statement().source().sql();
    String down = String.join(";\n", Restore.of(change.before(), change.after()));
    Sequel sequel = Sequel.of(subject);
    return Finding.at(
        Part.UP,
        change.statement(),
        "PostgreSQL refuses `'%s'` until the transaction that adds it to `%s` is over"
            .formatted(value, type.sql()),
        (change.statement() instanceof Statement.ChangeRows
                ? sequel.thenData("<why the rows change, as a sentence>.", up, "…")
                : sequel.then(
                    "<what the new value is for, as a sentence>.", up, down.isEmpty() ? "…" : down))
            .text());
  }
}
