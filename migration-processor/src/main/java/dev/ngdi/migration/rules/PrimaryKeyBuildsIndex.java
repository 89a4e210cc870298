package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Refuses a primary key whose index is built while nobody can read or write the table. */
final class PrimaryKeyBuildsIndex implements Rule {
  @Override
  public String summary() {
    return "adding a `PRIMARY KEY` without `USING INDEX`, which builds its index under a lock";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddConstraint.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return AddedConstraint.in(subject, Kind.PRIMARY_KEY).stream()
        .filter(added -> added.refused() && !added.definition().index().withoutOverlaps())
        .map(PrimaryKeyBuildsIndex::finding)
        .toList();
  }

  private static Finding finding(AddedConstraint added) {
    String problem =
        "adding the primary key builds its index while nobody can read or write `%s`"
            .formatted(added.table());
    Sequel sequel = Sequel.of(added.subject());
    KeyColumns.nullable(added).forEach(column -> KeyColumns.thenNotNull(sequel, added, column));
    return added.finding(
        problem, added.thenUsingIndex(sequel, added.definition().columns()).text());
  }
}
