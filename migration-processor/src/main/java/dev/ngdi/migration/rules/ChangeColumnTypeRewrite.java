package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses a change of type for which the rows, or the column's indexes, are written anew. */
final class ChangeColumnTypeRewrite implements Rule {
  @Override
  public String summary() {
    return "a change of a column's type for which the whole table is written anew";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AlterType.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return TypeChanges.in(subject).stream()
        .filter(change -> change.change().problems().isEmpty() && !TypeChanges.narrows(change))
        .flatMap(change -> find(subject, change).stream())
        .toList();
  }

  private static Optional<Finding> find(Subject subject, Alteration<TableAction.AlterType> change) {
    String column = change.named(change.action().column());
    String table = change.tableSql();
    if (change.surely(RelationLock::rewrite)) {
      return Optional.of(
          change.finding(
              "`%s` changes %s, so all of `%s` and its indexes are written anew while nobody can read or write it"
                  .formatted(column, TypeChanges.words(change), table),
              inUtc(change).orElseGet(() -> NewColumnPlan.of(subject, change))));
    }
    if (change.surely(RelationLock::indexRebuild) && !TypeChanges.isCollation(change)) {
      return Optional.of(
          change.finding(
              "`%s` changes %s, so its indexes are built anew while nobody can read or write `%s`"
                  .formatted(column, TypeChanges.words(change), table),
              NewColumnPlan.of(subject, change)));
    }
    boolean unknown = !TypeChanges.from(change).known();
    return unknown && change.perhaps(RelationLock::rewrite)
        ? Optional.of(
            change
                .finding(
                    "the type of `%s` before is not known: unless its values can stay as they are stored, all of `%s` is written anew while nobody can read or write it"
                        .formatted(column, table),
                    NewColumnPlan.of(subject, change))
                .as(Severity.WARNING))
        : Optional.empty();
  }

  /** The same without a {@code USING} that only says what the session's time zone says too. */
  private static Optional<String> inUtc(Alteration<TableAction.AlterType> change) {
    String column = Identifiers.quote(change.action().column());
    boolean redundant =
        TypeChanges.areTimestamps(change)
            && change.change().before().timeZone().filter("UTC"::equals).isPresent()
            && change
                .action()
                .using()
                .map(Fragment::sql)
                .filter(using -> using.equalsIgnoreCase(column + " AT TIME ZONE 'UTC'"))
                .isPresent();
    return redundant
        ? change
            .with(
                Optional.of(
                    "ALTER COLUMN %s TYPE %s"
                        .formatted(column, ColumnSql.written(change.action().type()))))
            .map(Statements::ended)
        : Optional.empty();
  }
}
