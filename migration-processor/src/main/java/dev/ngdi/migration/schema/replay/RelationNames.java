package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.PartialName;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names, schemas and owners of tables, indexes and sequences, and of what is in them. */
final class RelationNames {
  private RelationNames() {}

  /** Applies an action if it is one of these. */
  static boolean apply(Work work, CatalogObject object, TableAction action, boolean recurse) {
    if (object instanceof View) {
      return false;
    }
    if (action instanceof TableAction.RenameTable rename) {
      rename(work, object, rename.to());
    } else if (action instanceof TableAction.SetSchema set) {
      new Finder(work).namespace(set.schema()).ifPresent(scope -> move(work, object, scope));
    } else if (action instanceof TableAction.OwnerTo owner) {
      owner(work, object, owner.role());
    } else if (object instanceof Table table && action instanceof TableAction.RenameColumn rename) {
      renameColumn(work, table, rename, recurse);
    } else if (object instanceof Table table
        && action instanceof TableAction.RenameConstraint rename) {
      Constraints.find(work, table, rename.from())
          .ifPresent(c -> renameConstraint(work, table, c, rename.to(), recurse));
    } else {
      return false;
    }
    return true;
  }

  private static void rename(Work work, CatalogObject object, String to) {
    if (NewRelations.taken(work, object.scope(), QualifiedName.of(to), false)
        || (object instanceof Table
            && NewRelations.typeTaken(work, object.scope(), QualifiedName.of(to), false))) {
      return;
    }
    if (object instanceof Index index) {
      Optional<Constraint> constraint = Keys.of(work, index);
      if (constraint.isPresent()) {
        Optional<Table> table = work.get(index.table(), Table.class);
        if (table.isPresent() && Constraints.nameTaken(work, table.get(), to)) {
          return;
        }
        work.put(constraint.get().withName(to));
      }
    }
    Placement.rename(work, object, to);
    boolean unseen = object instanceof Table table && !table.complete();
    if (unseen) {
      keepNames(work, object.name());
    }
  }

  /** What a table has that was there before keeps the names that were made of the table's. */
  private static void keepNames(Work work, String name) {
    PartialName made = new PartialName(List.of(name + "_", ""));
    work.set(
        work.schema()
            .withMore(Index.class, Optional.empty(), made)
            .withMore(Constraint.class, Optional.empty(), made));
  }

  private static void move(Work work, CatalogObject object, int scope) {
    if (object instanceof Sequence sequence && sequence.owner().oid() != 0) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "0A000",
          "the sequence `%s` belongs to a column and moves with its table"
              .formatted(sequence.name()),
          "");
      return;
    }
    if (object instanceof Index index) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "the index `%s` moves with its table only".formatted(index.name()),
          "");
      return;
    }
    if (!Placement.canMove(work, object, scope) || object.scope() == scope) {
      return;
    }
    List<CatalogObject> along = new ArrayList<>(List.of(object));
    if (object instanceof Table table) {
      along.addAll(work.schema().indexes(table.oid()));
      along.addAll(ownedSequences(work, table));
    }
    for (CatalogObject moved : along) {
      if (NewRelations.taken(work, scope, QualifiedName.of(moved.name()), false)) {
        return;
      }
    }
    along.forEach(moved -> Placement.move(work, moved, scope));
  }

  static List<Sequence> ownedSequences(Work work, Table table) {
    return work.schema().dependents(Ref.to(table.oid())).stream()
        .flatMap(d -> work.get(d.dependent().oid(), Sequence.class).stream())
        .filter(sequence -> sequence.owner().oid() == table.oid())
        .distinct()
        .toList();
  }

  private static void owner(Work work, CatalogObject object, String role) {
    if (object instanceof Sequence sequence && sequence.owner().oid() != 0) {
      String table = Described.of(work.schema(), Ref.to(sequence.owner().oid()));
      Optional<String> known = work.schema().owner(sequence.owner().oid());
      boolean unnamed = known.map(RelationNames::isOfSession).orElse(true);
      if (known.isPresent() && !known.get().equals(role) && (unnamed || isOfSession(role))) {
        work.unproven("whether `%s` is the owner of %s".formatted(role, table));
      } else if (known.isEmpty() && !isOfSession(role)) {
        work.unproven("whether `%s` is the owner of %s".formatted(role, table));
      } else if (known.filter(r -> !r.equals(role)).isPresent()) {
        work.problem(
            Problem.Kind.NOT_POSSIBLE,
            "0A000",
            "the sequence `%s` has the owner of %s".formatted(sequence.name(), table),
            "");
        return;
      }
    }
    if (object instanceof Index) {
      return;
    }
    Owners.change(work, object.oid(), role);
    if (object instanceof Table table) {
      ownedSequences(work, table).forEach(s -> Owners.change(work, s.oid(), role));
    }
  }

  /** Whether a role is whoever runs the migrations. */
  static boolean isOfSession(String role) {
    return List.of("current_user", "current_role", "session_user")
        .contains(role.toLowerCase(Locale.ROOT));
  }

  private static void renameColumn(
      Work work, Table table, TableAction.RenameColumn rename, boolean recurse) {
    if (table.ofType() != 0) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "the columns of `%s` have the names that its type gives them".formatted(table.name()),
          "");
      return;
    }
    Optional<Column> found = new Finder(work).column(table, rename.from());
    if (found.isEmpty()) {
      return;
    }
    boolean inherited = recurse && Inheritance.comesFromElsewhere(work, table.oid(), rename.from());
    if (!inherited && recurse && heirHas(work, table, rename.to())) {
      return;
    }
    inherited |= found.get().inherited() > 0;
    boolean leavesOut = !recurse && !work.schema().children(table.oid()).isEmpty();
    if (inherited || leavesOut) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "column `%s` of `%s` has the same name in the tables that it inherits from or that"
                  .formatted(rename.from(), table.name())
              + " inherit from it",
          "");
      return;
    }
    renameColumn(work, table.oid(), rename);
    Unseen.doubtHeirs(work, table, rename.from());
  }

  /** Whether a table that inherits from a table has a column of a name already, which is said. */
  private static boolean heirHas(Work work, Table table, String name) {
    for (Table heir : work.schema().children(table.oid())) {
      if (heir.column(name).isPresent()) {
        ColumnDefinitions.taken(work, heir, name);
        return true;
      }
      if (heirHas(work, heir, name)) {
        return true;
      }
    }
    return false;
  }

  private static void renameColumn(Work work, int oid, TableAction.RenameColumn rename) {
    Table table = work.table(oid);
    Optional<Column> own = table.column(rename.from());
    if (own.isEmpty()) {
      return;
    }
    if (table.column(rename.to()).isPresent() || Finder.SYSTEM_COLUMNS.contains(rename.to())) {
      ColumnDefinitions.taken(work, table, rename.to());
      return;
    }
    IndexPartitions.keepNames(work, table, own.get(), rename.to());
    work.put(table.withColumn(own.get().withName(rename.to())));
    work.schema().children(oid).forEach(child -> renameColumn(work, child.oid(), rename));
  }

  private static void renameConstraint(
      Work work, Table table, Constraint constraint, String to, boolean recurse) {
    if (table.ofType() != 0) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "the typed table `%s` keeps the names of its constraints".formatted(table.name()),
          "");
      return;
    }
    boolean shared = constraint.type() == Kind.CHECK || constraint.type() == Kind.NOT_NULL;
    boolean elsewhere =
        shared
            && recurse
            && !constraint.state().noInherit()
            && Inheritance.constraintComesFromElsewhere(work, table.oid(), constraint.name());
    if (elsewhere || (shared && constraint.inherited() > 0)) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "the constraint `%s` of `%s` comes from the table it inherits from"
              .formatted(constraint.name(), table.name()),
          "");
      return;
    }
    List<Constraint> children = Constraints.children(work, constraint);
    if (!recurse && !children.isEmpty()) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P16",
          "the constraint `%s` has to be renamed in the tables that inherit from `%s` too"
              .formatted(constraint.name(), table.name()),
          "");
      return;
    }
    Optional<Constraint> otherName =
        children.stream().filter(c -> !c.name().equals(constraint.name())).findFirst();
    if (otherName.isPresent()) {
      work.problem(
          Problem.Kind.NAME_NOT_FOUND,
          "42704",
          "the constraint `%s` is called `%s` in a table that inherits from `%s`"
              .formatted(constraint.name(), otherName.get().name(), table.name()),
          "");
      return;
    }
    renameConstraint(work, constraint, to);
  }

  private static void renameConstraint(Work work, Constraint constraint, String to) {
    Table table = work.table(constraint.scope());
    Optional<Index> index = work.get(constraint.index(), Index.class);
    if (Constraints.nameTaken(work, table, to)
        || (index.isPresent()
            && NewRelations.taken(work, table.scope(), QualifiedName.of(to), false))) {
      return;
    }
    List<Constraint> children = Constraints.children(work, constraint);
    work.put(constraint.withName(to));
    index.ifPresent(i -> Placement.rename(work, i, to));
    children.stream()
        .filter(child -> work.get(child.oid(), Constraint.class).filter(child::equals).isPresent())
        .forEach(child -> renameConstraint(work, child, to));
  }
}
