package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses a type that cannot hold all that the column can hold now. */
final class ChangeTypeLossy implements Rule {
  @Override
  public String summary() {
    return "a change to a type that cannot hold every value that the column can have now";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AlterType.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return TypeChanges.in(subject).stream()
        .filter(change -> change.change().problems().isEmpty() && TypeChanges.narrows(change))
        .map(change -> change.finding(problem(change), instead(subject, change)))
        .toList();
  }

  private static String problem(Alteration<TableAction.AlterType> change) {
    String until =
        change.perhaps(RelationLock::rewrite)
            ? "; until then nobody can read or write `%s`".formatted(change.tableSql())
            : "";
    return "`%s` changes %s, which %s"
        .formatted(
            change.named(change.action().column()),
            TypeChanges.words(change),
            TypeChanges.refuses(change)
                ? "fails at the first value that does not fit" + until
                : "cuts or rounds every value that does not fit, for good");
  }

  /** The limit as a check where a check can say it; a second column where it cannot. */
  private static String instead(Subject subject, Alteration<TableAction.AlterType> change) {
    Optional<String> limit = limit(change);
    if (limit.isEmpty() || change.action().using().isPresent()) {
      return NewColumnPlan.of(subject, change);
    }
    String name =
        Identifiers.quote(change.table().name() + "_" + change.action().column() + "_range_check");
    String table = change.tableSql();
    String add =
        "ALTER TABLE %s ADD CONSTRAINT %s CHECK (%s) NOT VALID".formatted(table, name, limit.get());
    Sequel sequel = Sequel.of(subject);
    change.with(Optional.empty()).ifPresent(sequel::here);
    return sequel
        .here(add)
        .then(
            "Existing rows of %s are within the limit too.".formatted(table),
            "ALTER TABLE %s VALIDATE CONSTRAINT %s".formatted(table, name),
            "ALTER TABLE %s DROP CONSTRAINT %s;\n%s;".formatted(table, name, add))
        .text();
  }

  private static Optional<String> limit(Alteration<TableAction.AlterType> change) {
    String column = Identifiers.quote(change.action().column());
    TypeRef to = TypeChanges.to(change);
    if (TypeChanges.areStrings(change)) {
      return to.modifiers().stream()
          .findFirst()
          .map(length -> "char_length(%s) <= %s".formatted(column, length.strip()));
    }
    if (!TypeChanges.areWhole(change)) {
      return Optional.empty();
    }
    return Optional.of(
        to.builtin().equals("int2")
            ? column + " BETWEEN -32768 AND 32767"
            : column + " BETWEEN -2147483648 AND 2147483647");
  }
}
