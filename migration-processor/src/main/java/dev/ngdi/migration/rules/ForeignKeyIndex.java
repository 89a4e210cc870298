package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.GeneratedNames;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The index by which PostgreSQL finds the rows that refer to another. */
final class ForeignKeyIndex {
  private ForeignKeyIndex() {}

  /** Whether it is certain that there is none behind the migration. */
  static boolean isMissing(AddedConstraint added) {
    Schema end = added.subject().timeline().end();
    return added.made().filter(key -> isMissing(added.subject().timeline(), end, key)).isPresent();
  }

  /** Whether it is certain that a foreign key has none. */
  static boolean isMissing(Timeline timeline, Schema end, Constraint key) {
    Optional<Table> table = end.get(key.scope(), Table.class);
    boolean known =
        table.isPresent()
            && !key.columns().isEmpty()
            && !end.unsure(table.get())
            && key.columns().stream().allMatch(n -> table.get().column(n).isPresent())
            && (table.get().complete() || isNew(timeline, key));
    return known && end.indexes(key.scope()).stream().noneMatch(index -> serves(index, key));
  }

  /** Whether the migration itself adds one of its columns: no index can have been there. */
  private static boolean isNew(Timeline timeline, Constraint key) {
    return timeline
        .start()
        .get(key.scope(), Table.class)
        .filter(Table::complete)
        .filter(t -> key.columns().stream().anyMatch(n -> t.column(n).isEmpty()))
        .isPresent();
  }

  private static boolean serves(Index index, Constraint key) {
    Set<Integer> first =
        index.parts().stream()
            .limit(key.columns().size())
            .map(Index.Part::column)
            .collect(Collectors.toSet());
    return index.valid()
        && index.predicate().isEmpty()
        && Set.of("btree", "hash").contains(index.method())
        && first.equals(Set.copyOf(key.columns()));
  }

  /** The columns of a key as SQL. */
  static String columns(Schema schema, Constraint key) {
    return names(schema, key).stream().map(Identifiers::quote).collect(Collectors.joining(", "));
  }

  private static List<String> names(Schema schema, Constraint key) {
    Optional<Table> table = schema.get(key.scope(), Table.class);
    return key.columns().stream()
        .flatMap(number -> table.flatMap(t -> t.column(number)).stream())
        .map(Column::name)
        .toList();
  }

  /** The name of the index as SQL: the one that PostgreSQL would choose. */
  static String name(Schema schema, Constraint key) {
    String table = schema.get(key.scope(), Table.class).map(Table::name).orElse("");
    String addition = GeneratedNames.addition(names(schema, key));
    return Identifiers.quote(GeneratedNames.name(table, addition, "idx"));
  }

  /** Adds to what follows the index, built while the table is in use. */
  static void then(Sequel sequel, AddedConstraint added) {
    Constraint key = added.made().orElseThrow();
    String columns = columns(added.after(), key);
    String schema =
        added.at().alter().table().schema().map(s -> Identifiers.quote(s) + ".").orElse("");
    String name = name(added.after(), key);
    sequel.then(
        "Rows of %s are found by %s.".formatted(added.table(), columns),
        "CREATE INDEX CONCURRENTLY %s ON %s (%s)".formatted(name, added.table(), columns),
        "DROP INDEX CONCURRENTLY " + schema + name);
  }

  /** The foreign keys that a statement makes. */
  static List<Constraint> made(Change change) {
    return IntStream.range(change.before().nextOid(), change.after().nextOid())
        .boxed()
        .flatMap(oid -> change.after().get(oid, Constraint.class).stream())
        .filter(c -> c.type() == Kind.FOREIGN_KEY)
        .filter(c -> c.inherited() == 0 && c.references().isPresent())
        .toList();
  }

  /** Whether a rule refuses the statement and says how to write its foreign key instead. */
  static boolean isRefused(Subject subject, Change change) {
    return AddedConstraint.in(subject, Kind.FOREIGN_KEY).stream()
            .anyMatch(added -> added.at().change().equals(change) && added.refused())
        || Alteration.in(subject, TableAction.AddColumn.class).stream()
            .filter(column -> column.change().equals(change))
            .flatMap(column -> column.action().definition().constraints().stream())
            .anyMatch(constraint -> constraint.kind() == Kind.FOREIGN_KEY);
  }
}
