package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Warns of a primary key over a column that takes null: all rows are read to see that none has. */
final class PrimaryKeyNullableColumn implements Rule {
  @Override
  public String summary() {
    return "a primary key over a column that takes null, which reads the whole table while it is"
        + " locked";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddConstraint.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return AddedConstraint.in(subject, Kind.PRIMARY_KEY).stream()
        .filter(added -> added.usesIndex() && scans(added))
        .filter(added -> !KeyColumns.nullable(added).isEmpty())
        .map(PrimaryKeyNullableColumn::finding)
        .toList();
  }

  private static boolean scans(AddedConstraint added) {
    return added
        .at()
        .change()
        .locks()
        .on(added.at().table().oid())
        .filter(RelationLock::scan)
        .isPresent();
  }

  private static Finding finding(AddedConstraint added) {
    List<String> columns = KeyColumns.nullable(added);
    String problem =
        "the primary key makes `%s` refuse null, and reads all of `%s` for that while nobody can read or write it"
            .formatted(String.join("`, `", columns), added.table());
    Sequel sequel = Sequel.of(added.subject());
    columns.forEach(column -> KeyColumns.thenNotNull(sequel, added, column));
    return added.finding(
        problem,
        sequel
            .then(
                "The rows of %s have a primary key.".formatted(added.table()),
                added.at().alter().source().sql(),
                added.drop())
            .text());
  }
}
