package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.OtherObject;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Drops what is new and what has to be made anew, each before what it needs. */
final class Drops {
  private final Change change;
  private final boolean concurrently;
  private final Set<Integer> late;
  private final Map<Ref, Set<Ref>> needs = new HashMap<>();
  private final Set<Ref> begun = new HashSet<>();
  private final Set<Ref> done = new HashSet<>();
  private final List<String> statements = new ArrayList<>();
  private Schema names;

  Drops(Change change, boolean concurrently) {
    this.change = change;
    this.concurrently = concurrently;
    this.late = Late.of(change);
    this.names = change.after();
    for (int oid : all()) {
      CatalogObject object = change.after().get(oid).orElseThrow();
      for (Ref unit : units(object)) {
        Set<Ref> needed = needs.computeIfAbsent(unit, u -> new HashSet<>());
        for (Ref need : change.needsOf(oid)) {
          needed.addAll(unitsOf(need));
        }
      }
    }
    for (Ref column : columns()) {
      Table table = change.after().get(column.oid(), Table.class).orElseThrow();
      Set<Ref> needed = needs.computeIfAbsent(column, u -> new HashSet<>());
      Optional<Column> found = table.column(column.column());
      found.ifPresent(
          c -> Needs.ofColumn(change.after(), table, c).forEach(n -> needed.addAll(unitsOf(n))));
    }
  }

  private Set<Integer> all() {
    Set<Integer> all = new HashSet<>(change.fresh());
    all.addAll(change.recreated());
    return all;
  }

  private Set<Ref> columns() {
    Set<Ref> columns = new HashSet<>(change.freshColumns());
    columns.addAll(change.recreatedColumns());
    return columns;
  }

  /** What is dropped by name when an object goes: it itself, or what it goes along with. */
  private Set<Ref> units(CatalogObject object) {
    Set<Ref> units = new HashSet<>();
    if (!change.goesAlong(object)) {
      units.add(Ref.to(object.oid()));
      return units;
    }
    for (Ref host : Belongings.hosts(change.after(), object)) {
      units.addAll(unitsOf(host));
    }
    return units;
  }

  private Set<Ref> unitsOf(Ref thing) {
    if (thing.column() != 0 && change.drops(thing)) {
      return Set.of(thing);
    }
    return change.drops(thing.oid())
        ? change.after().get(thing.oid()).map(this::units).orElse(Set.of())
        : Set.of();
  }

  List<String> early(Schema current) {
    return drop(current, false);
  }

  List<String> late(Schema current) {
    return drop(current, true);
  }

  private List<String> drop(Schema current, boolean atTheEnd) {
    statements.clear();
    names = current;
    needs.keySet().stream()
        .filter(unit -> late.contains(unit.oid()) == atTheEnd)
        .sorted(
            Comparator.comparing(this::isNotNull)
                .thenComparing(Comparator.comparingInt(Ref::oid).reversed())
                .thenComparing(Comparator.comparingInt(Ref::column).reversed()))
        .toList()
        .forEach(this::drop);
    return List.copyOf(statements);
  }

  private boolean isNotNull(Ref unit) {
    return change
        .after()
        .get(unit.oid(), Constraint.class)
        .filter(c -> c.type() == Kind.NOT_NULL)
        .isPresent();
  }

  private void drop(Ref unit) {
    if (!begun.add(unit)) {
      return;
    }
    List<Ref> dependents =
        needs.entrySet().stream()
            .filter(e -> e.getValue().contains(unit) && !e.getKey().equals(unit))
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparingInt(Ref::oid).reversed())
            .toList();
    for (Ref dependent : dependents) {
      if (begun.contains(dependent) && !done.contains(dependent)) {
        dropForeignKeys(dependent, unit);
      }
      drop(dependent);
    }
    boolean later =
        names
            .get(unit.oid(), OtherObject.class)
            .filter(OtherObject::isDefaultPrivileges)
            .isPresent();
    if (later) {
      statements.addAll(AccessDdl.revokes(names, unit, names.privileges(unit)));
    } else {
      statement(unit).ifPresent(statements::add);
    }
    done.add(unit);
  }

  /** Two tables that refer to each other go only without one of the references. */
  private void dropForeignKeys(Ref from, Ref to) {
    for (Constraint constraint : change.after().of(from.oid(), Constraint.class)) {
      boolean refers = constraint.references().filter(r -> r.table() == to.oid()).isPresent();
      if (refers && begun.add(Ref.to(constraint.oid()))) {
        statements.add(ConstraintDdl.drop(names, constraint));
      }
    }
  }

  private Optional<String> statement(Ref unit) {
    CatalogObject object = names.get(unit.oid()).orElseThrow();
    if (unit.column() != 0) {
      return dropColumn((Table) object, unit.column());
    } else if (object instanceof Constraint constraint) {
      return drop(constraint);
    } else if (object instanceof ColumnDefault value) {
      return drop(value);
    } else if (object instanceof Index index) {
      boolean ofConstraint =
          change.after().of(index.table(), Constraint.class).stream()
              .anyMatch(c -> c.index() == index.oid() && c.type() != Kind.FOREIGN_KEY);
      String how = concurrently ? "DROP INDEX CONCURRENTLY " : "DROP INDEX ";
      return ofConstraint ? Optional.empty() : Optional.of(how + Written.name(names, index.oid()));
    }
    boolean goesByItself =
        (object instanceof Sequence sequence && sequence.identity())
            || (object instanceof Trigger trigger && trigger.parent() != 0)
            || !Belongings.makers(names, object).isEmpty();
    return goesByItself ? Optional.empty() : Optional.of("DROP " + Kinds.reference(names, object));
  }

  private Optional<String> dropColumn(Table table, int number) {
    boolean inherited =
        table.column(number).filter(c -> !c.local() && !table.parents().isEmpty()).isPresent();
    return inherited
        ? Optional.empty()
        : Optional.of(
            "ALTER TABLE "
                + Written.name(names, table.oid())
                + " DROP COLUMN "
                + Written.column(names, table.oid(), number));
  }

  private Optional<String> drop(Constraint constraint) {
    if (!constraint.local()) {
      return Optional.empty();
    }
    boolean column = constraint.type() == Kind.NOT_NULL && !constraint.columns().isEmpty();
    return Optional.of(
        column
            ? "ALTER TABLE "
                + Written.name(names, constraint.scope())
                + " ALTER COLUMN "
                + Written.columns(names, constraint.scope(), constraint.columns())
                + " DROP NOT NULL"
            : ConstraintDdl.drop(names, constraint));
  }

  private Optional<String> drop(ColumnDefault value) {
    boolean computed =
        column(change.after(), value)
            .filter(column -> column.generated() != Column.Generated.NONE)
            .isPresent();
    boolean stays = change.fresh().contains(value.oid()) && isOverwritten(value);
    return computed || stays
        ? Optional.empty()
        : Optional.of(
            ColumnDdl.alterRelation(names, value.scope())
                + " ALTER COLUMN "
                + Written.column(names, value.scope(), value.column())
                + " DROP DEFAULT");
  }

  /** Whether another default takes its place, and it is in nobody's way until then. */
  private boolean isOverwritten(ColumnDefault value) {
    Optional<Column> was = column(change.before(), value);
    Optional<Column> is = column(change.after(), value);
    return was.filter(column -> column.defaultOid() != 0).isPresent()
        && was.map(Column::type).equals(is.map(Column::type))
        && change.needsOf(value.oid()).stream().noneMatch(change::drops);
  }

  private static Optional<Column> column(Schema schema, ColumnDefault value) {
    return schema.get(value.scope(), Table.class).flatMap(table -> table.column(value.column()));
  }
}
