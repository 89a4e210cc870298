package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses to leave a table without a primary key. */
final class DropPrimaryKey implements Rule {
  @Override
  public String summary() {
    return "dropping a primary key without another one in its place";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.DropConstraint.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return DroppedConstraint.in(subject).stream()
        .filter(dropped -> dropped.is(Kind.PRIMARY_KEY) && !dropped.isReplaced())
        .map(dropped -> dropped.finding(problem(dropped), instead(dropped)))
        .toList();
  }

  private static String problem(DroppedConstraint dropped) {
    return "without a primary key rows of `%s` can be there twice, and logical replication refuses each `UPDATE` and `DELETE` of them"
        .formatted(dropped.table());
  }

  /** The key that takes its place: another unique index of the table, or one to be built. */
  private static String instead(DroppedConstraint dropped) {
    Optional<Index> other =
        dropped.at().change().before().indexes(dropped.at().table().oid()).stream()
            .filter(index -> canBeKey(dropped, index))
            .findFirst();
    Sequel sequel = Sequel.of(dropped.subject());
    if (other.isPresent()) {
      return sequel.here(swap(dropped, other.get().name())).text();
    }
    Constraint key = dropped.constraint().orElseThrow();
    String columns = ForeignKeyIndex.columns(dropped.at().change().before(), key);
    String index = dropped.at().table().name() + "_new_key";
    String quoted = Identifiers.quote(index);
    String schema =
        dropped.at().alter().table().schema().map(s -> Identifiers.quote(s) + ".").orElse("");
    String build =
        "CREATE UNIQUE INDEX%s " + quoted + " ON " + dropped.table() + " (" + columns + ")";
    return sequel
        .then(
            "The index of the new key, with its columns in place of (%s).".formatted(columns),
            "DROP INDEX CONCURRENTLY IF EXISTS %s%s;\n".formatted(schema, quoted)
                + build.formatted(" CONCURRENTLY")
                + ";",
            "DROP INDEX CONCURRENTLY " + schema + quoted)
        .then(
            "The new key of %s takes the place of the old one.".formatted(dropped.table()),
            swap(dropped, index),
            "ALTER TABLE %s DROP CONSTRAINT %s;\n%s;\nALTER TABLE %s ADD CONSTRAINT %s PRIMARY KEY (%s);"
                .formatted(
                    dropped.table(),
                    dropped.name(),
                    build.formatted(""),
                    dropped.table(),
                    dropped.name(),
                    columns))
        .text();
  }

  private static boolean canBeKey(DroppedConstraint dropped, Index index) {
    Table table = dropped.at().table();
    boolean owned =
        dropped.at().change().before().of(table.oid(), Constraint.class).stream()
            .map(Constraint::index)
            .collect(Collectors.toSet())
            .contains(index.oid());
    return index.unique()
        && !owned
        && index.valid()
        && index.predicate().isEmpty()
        && index.parts().stream()
            .allMatch(
                part -> table.column(part.column()).filter(column -> column.notNull()).isPresent());
  }

  private static String swap(DroppedConstraint dropped, String index) {
    String name = dropped.constraint().map(CatalogObject::name).orElse("");
    return "ALTER TABLE %s DROP CONSTRAINT %s, ADD CONSTRAINT %s PRIMARY KEY USING INDEX %s"
        .formatted(
            dropped.table(),
            Identifiers.quote(name),
            Identifiers.quote(name),
            Identifiers.quote(index));
  }
}
