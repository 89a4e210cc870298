package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses an exclusion constraint on a table in use: its index cannot be built concurrently. */
final class ExclusionConstraint implements Rule {
  @Override
  public String summary() {
    return "adding an exclusion constraint, whose index can only be built under a lock";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddConstraint.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    Stream<AddedConstraint> overlaps =
        Stream.of(Kind.UNIQUE, Kind.PRIMARY_KEY)
            .flatMap(kind -> AddedConstraint.in(subject, kind).stream())
            .filter(added -> added.definition().index().withoutOverlaps());
    return Stream.concat(AddedConstraint.in(subject, Kind.EXCLUDE).stream(), overlaps)
        .map(ExclusionConstraint::finding)
        .toList();
  }

  private static Finding finding(AddedConstraint added) {
    String problem =
        "adding `%s` builds its index while nobody can read or write `%s`, and PostgreSQL cannot build it otherwise"
            .formatted(added.name(), added.table());
    QualifiedName name = added.at().alter().table();
    String table = new QualifiedName(name.schema(), name.name() + "_next").sql();
    return added.finding(
        problem,
        Sequel.of(added.subject())
            .then(
                "The table that will take the place of %s, with the constraint from its first row on."
                    .formatted(added.table()),
                "CREATE TABLE %s (LIKE %s INCLUDING ALL EXCLUDING IDENTITY, CONSTRAINT %s %s)"
                    .formatted(
                        table,
                        added.table(),
                        Identifiers.quote(name.name() + "_next_excl"),
                        added.body()),
                "DROP TABLE " + table)
            .thenData(
                "Rows of %s in their new place; each range of the key in a migration like this."
                    .formatted(added.table()),
                "INSERT INTO %s SELECT * FROM %s WHERE %s"
                    .formatted(table, added.table(), range(added)),
                "DELETE FROM %s WHERE %s".formatted(table, range(added)))
            .text());
  }

  private static String range(AddedConstraint added) {
    return KeyRange.of(added.before(), added.at().table()).condition(0, "");
  }
}
