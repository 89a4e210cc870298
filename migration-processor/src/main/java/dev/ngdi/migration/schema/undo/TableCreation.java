package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.ColumnDefault;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The part of a {@link Creation} that makes tables and columns. */
final class TableCreation {
  private final Schema schema;
  private final Wanted wanted;
  private final Creation creation;

  TableCreation(Schema schema, Wanted wanted, Creation creation) {
    this.schema = schema;
    this.wanted = wanted;
    this.creation = creation;
  }

  /** What can stand with a table's columns only if it is there before. */
  Set<Ref> needs(Table table) {
    Set<Ref> needs = new LinkedHashSet<>();
    for (Column column : table.columns()) {
      wanted.defaultOf(column).ifPresent(value -> needs.addAll(Needs.of(schema, value)));
    }
    for (Constraint constraint : wanted.constraints(table.oid())) {
      if (constraint.type() == Kind.CHECK) {
        needs.addAll(Needs.of(schema, constraint));
      }
    }
    return needs;
  }

  void create(Table table) {
    List<Constraint> inline =
        wanted.constraints(table.oid()).stream()
            .filter(c -> standsWith(table, c))
            .sorted(Comparator.comparing(c -> order(c.type())))
            .toList();
    creation.add(TableDdl.create(schema, table, value -> isReady(table, value), inline));
    table.columns().forEach(column -> finish(table, column));
    wanted.identities(table.oid()).forEach(sequence -> creation.addDone(sequence.oid()));
    inline.forEach(this::finish);
    for (Constraint constraint : wanted.constraints(table.oid())) {
      if (comesWithParent(table, constraint)) {
        finish(constraint);
      }
    }
    creation.addDone(table.oid());
    creation.addAll(ofHeir(table));
    creation.addAll(TableDdl.settings(schema, table));
    creation.addAll(AccessDdl.of(schema, table));
    inline.forEach(c -> creation.addAll(AccessDdl.of(schema, c)));
    wanted.constraints(table.oid()).stream()
        .filter(c -> c.type() == Kind.NOT_NULL && creation.there(c.oid()))
        .forEach(c -> creation.addAll(AccessDdl.of(schema, c)));
    inline.stream()
        .flatMap(c -> schema.get(c.index(), Index.class).stream())
        .filter(index -> index.table() == table.oid())
        .forEach(index -> creation.addAll(AccessDdl.of(schema, index)));
    for (Sequence sequence : wanted.identities(table.oid())) {
      SequenceDdl.retype(schema, sequence).ifPresent(creation::add);
      List<String> said = new ArrayList<>();
      AccessDdl.addAll(schema, Ref.to(sequence.oid()), said);
      creation.addAll(said);
    }
    makeIndexesOfSettings(table);
    creation.addAll(TableDdl.settingsOfIndexes(schema, table));
  }

  private static int order(Kind kind) {
    return switch (kind) {
      case NOT_NULL -> 0;
      case PRIMARY_KEY -> 1;
      case UNIQUE, EXCLUDE -> 2;
      case CHECK -> 3;
      case FOREIGN_KEY -> 4;
    };
  }

  private void makeIndexesOfSettings(Table table) {
    for (String setting : List.of("replica identity", "cluster on")) {
      table
          .settings()
          .get(setting)
          .filter(value -> value.matches("[0-9]+"))
          .ifPresent(value -> creation.make(Integer.parseInt(value)));
    }
  }

  private boolean standsWith(Table table, Constraint constraint) {
    if (constraint.type() == Kind.NOT_NULL) {
      return isOfInheritedColumn(table, constraint);
    }
    if (comesWithParent(table, constraint)
        || isLikeAnotherKey(table, constraint)
        || !ConstraintDdl.standsWithTable(constraint)
        || (constraint.type() == Kind.PRIMARY_KEY && takesNotNull(table, constraint))
        || schema
            .get(constraint.index(), Index.class)
            .filter(index -> index.table() == table.oid())
            .filter(
                index ->
                    IndexDdl.comesAfterPartitions(schema, index)
                        || IndexDdl.isLikeAttached(schema, index))
            .isPresent()) {
      return false;
    }
    return Needs.of(schema, constraint).stream()
        .mapToInt(Ref::oid)
        .allMatch(
            need ->
                need == table.oid()
                    || need == constraint.index()
                    || creation.there(need)
                    || isIndexOf(table, need));
  }

  /** Whether a table has {@code NOT NULL} under a name of its own on a column that it inherits. */
  private static boolean isOfInheritedColumn(Table table, Constraint notNull) {
    return !table.isPartition()
        && (notNull.inherited() == 0 || notNull.local())
        && notNull.state().validated()
        && notNull.columns().stream()
            .flatMap(number -> table.column(number).stream())
            .anyMatch(column -> !column.local());
  }

  /** Whether a key's columns get {@code NOT NULL}, with its name, from a parent only. */
  private boolean takesNotNull(Table table, Constraint key) {
    return !table.isPartition()
        && wanted.constraints(table.oid()).stream()
            .filter(c -> c.type() == Kind.NOT_NULL && !c.local() && c.inherited() > 0)
            .anyMatch(c -> key.columns().containsAll(c.columns()));
  }

  /** Whether one statement would make no more than one key of two. */
  private boolean isLikeAnotherKey(Table table, Constraint constraint) {
    return (constraint.type() == Kind.UNIQUE || constraint.type() == Kind.EXCLUDE)
        && wanted.constraints(table.oid()).stream()
            .filter(other -> other.columns().equals(constraint.columns()))
            .anyMatch(
                other ->
                    (other.type() == Kind.PRIMARY_KEY && constraint.type() == Kind.UNIQUE)
                        || (other.type() == constraint.type() && other.oid() < constraint.oid()));
  }

  private boolean isIndexOf(Table table, int oid) {
    return schema.get(oid, Index.class).filter(i -> i.table() == table.oid()).isPresent()
        && wanted.constraintOf(oid).filter(key -> standsWith(table, key)).isPresent();
  }

  private boolean comesWithParent(Table table, Constraint constraint) {
    boolean foreignKey = constraint.type() == Kind.FOREIGN_KEY;
    boolean above =
        switch (constraint.type()) {
          case CHECK ->
              table.parents().stream()
                  .anyMatch(
                      parent -> schema.constraint(parent, constraint.name()).found().isPresent());
          case NOT_NULL ->
              constraint.columns().stream()
                  .flatMap(number -> table.column(number).stream())
                  .allMatch(column -> ColumnDdl.isInherited(schema, table, column));
          default -> true;
        };
    return above && !constraint.local() && (!table.isPartition() || foreignKey);
  }

  /** Whether a constraint that comes from a parent has to be made all the same. */
  boolean isOfPartitionToAttach(Constraint constraint) {
    return schema
        .get(constraint.scope(), Table.class)
        .filter(table -> table.isPartition() && !comesWithParent(table, constraint))
        .isPresent();
  }

  private boolean isReady(Table table, ColumnDefault value) {
    return wanted.has(value.oid())
        && Needs.of(schema, value).stream()
            .mapToInt(Ref::oid)
            .allMatch(need -> need == table.oid() || creation.there(need));
  }

  private void finish(Constraint constraint) {
    creation.addDone(constraint.oid());
    if (constraint.index() != 0 && constraint.type() != Kind.FOREIGN_KEY) {
      creation.addDone(constraint.index());
    }
  }

  /** Notes what stands with a column, besides the sequence of an identity. */
  private void finish(Table table, Column column) {
    wanted
        .defaultOf(column)
        .filter(v -> column.generated() != Column.Generated.NONE || isReady(table, v))
        .ifPresent(value -> creation.addDone(value.oid()));
    wanted.constraints(table.oid()).stream()
        .filter(c -> c.type() == Kind.NOT_NULL && c.columns().equals(List.of(column.number())))
        .filter(ColumnDdl::standsWithColumn)
        .forEach(c -> creation.addDone(c.oid()));
  }

  /** In what the inherited columns of a table differ from its parents'. */
  private List<String> ofHeir(Table table) {
    List<String> statements = new ArrayList<>();
    if (table.isPartition() || table.parents().isEmpty()) {
      return statements;
    }
    for (Column column : table.columns()) {
      Optional<Table> from =
          table.parents().stream()
              .flatMap(oid -> schema.get(oid, Table.class).stream())
              .filter(parent -> parent.column(column.name()).isPresent())
              .findFirst();
      if (from.isPresent()) {
        Column inherited = from.get().column(column.name()).orElseThrow();
        String alter = ColumnDdl.alter(schema, table.oid(), column);
        Optional<Constraint> own =
            wanted.constraints(table.oid()).stream()
                .filter(c -> c.type() == Kind.NOT_NULL && c.local())
                .filter(c -> c.columns().contains(column.number()))
                .findFirst();
        boolean refuses = !column.local() && column.notNull();
        boolean valid = own.filter(c -> !c.state().validated()).isEmpty();
        boolean said = own.filter(c -> isOfInheritedColumn(table, c)).isPresent();
        boolean given =
            table.parents().stream()
                .flatMap(oid -> schema.get(oid, Table.class).stream())
                .flatMap(parent -> parent.column(column.name()).stream())
                .anyMatch(Column::notNull);
        if (refuses && valid && !said && (own.isPresent() || !given)) {
          statements.add(alter + " SET NOT NULL");
        } else if (!column.notNull() && inherited.notNull()) {
          statements.add(alter + " DROP NOT NULL");
        }
        if (!column.local() && column.identity() != Column.Identity.NONE) {
          statements.add(alter + " ADD " + ColumnDdl.identity(schema, table, column));
        }
        for (String setting : List.of("storage", "compression")) {
          if (inherited.settings().get(setting).isPresent()
              && column.settings().get(setting).isEmpty()) {
            statements.add(
                alter
                    + (setting.equals("storage")
                        ? UsualStorage.set(schema, column.type())
                        : " SET COMPRESSION DEFAULT"));
          }
        }
        boolean lacksDefault = value(column).isEmpty() && value(inherited).isPresent();
        if (lacksDefault || (!column.local() && !value(column).equals(value(inherited)))) {
          statements.add(
              schema
                  .defaultOf(column)
                  .map(value -> ColumnDdl.setDefault(schema, value))
                  .orElse(alter + " DROP DEFAULT"));
        }
      }
    }
    return statements;
  }

  private Optional<String> value(Column column) {
    return schema.defaultOf(column).map(value -> Written.sql(schema, value.expression()));
  }

  /** Whether {@code SET NOT NULL} makes the constraint as it is. */
  boolean isPlainNotNull(Constraint constraint) {
    Optional<Table> table = schema.get(constraint.scope(), Table.class);
    if (constraint.type() != Kind.NOT_NULL || table.isEmpty()) {
      return false;
    }
    String usual =
        constraint.columns().stream()
            .flatMap(number -> table.get().column(number).stream())
            .map(column -> table.get().name() + "_" + column.name() + "_not_null")
            .findFirst()
            .orElse("");
    return constraint.name().equals(usual) && constraint.state().equals(Constraint.State.USUAL);
  }

  /** Changes what is there, and adds the columns that it lacks. */
  void change(CatalogObject object) {
    if (object instanceof Table table) {
      for (Column column : wanted.columns(table.oid())) {
        boolean withDefault =
            wanted.defaultOf(column).filter(value -> isReady(table, value)).isPresent();
        creation.add(
            ColumnDdl.alterRelation(schema, table.oid())
                + " ADD COLUMN "
                + ColumnDdl.definition(schema, table, column, withDefault, true));
        finish(table, column);
        wanted.identities(table.oid()).stream()
            .filter(sequence -> sequence.owner().column() == column.number())
            .forEach(sequence -> creation.addDone(sequence.oid()));
        creation.addAll(ColumnDdl.settings(schema, table.oid(), column));
        List<String> said = new ArrayList<>();
        AccessDdl.addAll(schema, new Ref(table.oid(), column.number()), said);
        creation.addAll(said);
      }
    }
    creation.addAll(wanted.changes().getOrDefault(object.oid(), List.of()));
  }
}
