package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Refuses a unique constraint whose index is built while nobody can read or write the table. */
final class UniqueConstraintBuildsIndex implements Rule {
  @Override
  public String summary() {
    return "adding a `UNIQUE` constraint without `USING INDEX`, which builds its index under a"
        + " lock";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddConstraint.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return AddedConstraint.in(subject, Kind.UNIQUE).stream()
        .filter(added -> added.refused() && !added.definition().index().withoutOverlaps())
        .map(UniqueConstraintBuildsIndex::finding)
        .toList();
  }

  private static Finding finding(AddedConstraint added) {
    String problem =
        "adding `%s` builds its index while nobody can read or write `%s`"
            .formatted(added.name(), added.table());
    return added.finding(
        problem,
        added.thenUsingIndex(Sequel.of(added.subject()), added.definition().columns()).text());
  }
}
