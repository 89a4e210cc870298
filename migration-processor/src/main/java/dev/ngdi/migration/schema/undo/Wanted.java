package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is to be made of a schema. */
final class Wanted {
  private final Map<Integer, CatalogObject> objects = new HashMap<>();
  private final Map<Integer, List<Constraint>> constraints = new HashMap<>();
  private final Map<Integer, Constraint> byIndex = new HashMap<>();
  private final Map<Integer, ColumnDefault> defaults = new HashMap<>();
  private final Map<Integer, List<Sequence>> identities = new HashMap<>();
  private final Map<Integer, List<Column>> columns;
  private final Map<Integer, List<String>> changes;
  private final boolean concurrently;

  /**
   * Names what is wanted.
   *
   * @param columns columns of tables that are there
   * @param changes statements that change what is there
   * @param concurrently whether indexes of tables that are there are made while these are written
   */
  Wanted(
      Schema schema,
      Set<Integer> oids,
      Map<Integer, List<Column>> columns,
      Map<Integer, List<String>> changes,
      boolean concurrently) {
    this.columns = columns;
    this.changes = changes;
    this.concurrently = concurrently;
    oids.forEach(oid -> schema.get(oid).ifPresent(this::add));
    changes.keySet().forEach(oid -> schema.get(oid).ifPresent(o -> objects.put(oid, o)));
    constraints.values().forEach(list -> list.sort(Comparator.comparingInt(Constraint::oid)));
  }

  private void add(CatalogObject object) {
    objects.put(object.oid(), object);
    if (object instanceof Constraint constraint) {
      constraints.computeIfAbsent(constraint.scope(), s -> new ArrayList<>()).add(constraint);
      if (constraint.index() != 0 && constraint.type() != Kind.FOREIGN_KEY) {
        byIndex.put(constraint.index(), constraint);
      }
    } else if (object instanceof ColumnDefault value) {
      defaults.put(value.oid(), value);
    } else if (object instanceof Sequence sequence && sequence.identity()) {
      identities.computeIfAbsent(sequence.owner().oid(), o -> new ArrayList<>()).add(sequence);
    }
  }

  Collection<CatalogObject> objects() {
    return objects.values();
  }

  boolean has(int oid) {
    return objects.containsKey(oid);
  }

  /** Whether it is to be made, not only changed. */
  boolean makes(int oid) {
    return has(oid) && !changes.containsKey(oid);
  }

  List<Constraint> constraints(int scope) {
    return constraints.getOrDefault(scope, List.of());
  }

  /** The constraint that makes an index. */
  Optional<Constraint> constraintOf(int index) {
    return Optional.ofNullable(byIndex.get(index));
  }

  Optional<ColumnDefault> defaultOf(Column column) {
    return Optional.ofNullable(defaults.get(column.defaultOid()));
  }

  List<Sequence> identities(int table) {
    return identities.getOrDefault(table, List.of());
  }

  List<Column> columns(int table) {
    return columns.getOrDefault(table, List.of());
  }

  Map<Integer, List<String>> changes() {
    return changes;
  }

  boolean concurrently(Index index) {
    return concurrently && !makes(index.table());
  }
}
