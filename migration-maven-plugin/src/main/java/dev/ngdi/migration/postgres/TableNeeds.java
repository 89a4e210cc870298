package dev.ngdi.migration.postgres;

import dev.ngdi.migration.postgres.Need.Kind;
import dev.ngdi.migration.postgres.Need.Right;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What statements about tables and their indexes need. */
final class TableNeeds {
  private static final Set<ConstraintDefinition.Kind> INDEXED =
      Set.of(
          ConstraintDefinition.Kind.PRIMARY_KEY,
          ConstraintDefinition.Kind.UNIQUE,
          ConstraintDefinition.Kind.EXCLUDE);

  private final StatementNeeds needs;

  TableNeeds(StatementNeeds needs) {
    this.needs = needs;
  }

  void create(Statement.CreateTable create) {
    TableElement.Clauses clauses = create.clauses();
    boolean mayBeThere = create.ifNotExists();
    if (!create.temporary() && !(mayBeThere && clauses.query().isPresent())) {
      needs.createBeside(create.table());
    }
    if (!mayBeThere) {
      elements(create.elements());
      clauses.inherits().forEach(parent -> needs.need(parent, Right.OWNER));
      clauses.partitionOf().ifPresent(parent -> needs.need(parent, Right.OWNER));
      clauses.ofType().ifPresent(type -> needs.need(Kind.TYPE, type, Right.USAGE));
      clauses.query().filter(q -> clauses.withData()).ifPresent(needs::read);
    }
    clauses.query().ifPresent(query -> needs.open(StatementNeeds.mayDoAnything(query)));
    if (mayBeThere) {
      needs.make(Kind.RELATION, create.table());
    } else {
      needs.create(create.table());
    }
  }

  private void elements(List<TableElement> elements) {
    for (TableElement element : elements) {
      if (element instanceof TableElement.Constraint constraint) {
        refer(constraint.definition());
      } else if (element instanceof TableElement.Column column) {
        column(column);
      } else if (element instanceof TableElement.Like like) {
        needs.need(like.table(), Right.SELECT);
      }
    }
  }

  private void column(TableElement.Column column) {
    column.type().ifPresent(needs::use);
    column.constraints().forEach(this::refer);
  }

  private void refer(ConstraintDefinition constraint) {
    constraint.references().ifPresent(key -> needs.need(key.table(), Right.REFERENCES));
  }

  void index(Statement.CreateIndex create) {
    needs.need(create.table(), Right.OWNER);
    needs.createBeside(create.table());
    create
        .name()
        .ifPresent(n -> needs.make(Kind.RELATION, StatementNeeds.beside(create.table(), n.name())));
  }

  void alter(Statement.AlterTable alter) {
    needs.need(alter.table(), Right.OWNER);
    if (!alter.only() && alter.actions().stream().anyMatch(TableNeeds::isOfHeirs)) {
      needs.need(alter.table(), Right.HEIRS);
    }
    boolean drops =
        alter.actions().stream()
            .anyMatch(a -> a instanceof TableAction.DropColumn drop && !drop.ifExists());
    if (!alter.only() && drops) {
      // What inherits otherwise may have the column of its own too, and keeps it then.
      needs.need(alter.table(), Right.PARTITIONS);
    }
    alter.actions().forEach(action -> act(alter.table(), action));
  }

  /** Whether an action is done to what inherits too, which needs ownership of that. */
  private static boolean isOfHeirs(TableAction action) {
    return (action instanceof TableAction.AddColumn add && !add.ifNotExists())
        || action instanceof TableAction.RenameColumn
        || action instanceof TableAction.AlterType
        || action instanceof TableAction.SetDefault
        || action instanceof TableAction.DropDefault
        || action instanceof TableAction.SetStatistics
        || action instanceof TableAction.SetStorage
        || (action instanceof TableAction.AddConstraint add
            && add.constraint().kind() == ConstraintDefinition.Kind.CHECK
            && !add.constraint().state().noInherit());
  }

  /** An action of a table, or of a relation that is like one. */
  void act(QualifiedName table, TableAction action) {
    if (action instanceof TableAction.AddConstraint add) {
      refer(add.constraint());
      if (INDEXED.contains(add.constraint().kind()) && add.constraint().usingIndex().isEmpty()) {
        needs.createBeside(table);
      }
    } else if (action instanceof TableAction.AddColumn add) {
      if (!add.ifNotExists()) {
        column(add.definition());
      }
    } else if (action instanceof TableAction.AlterType change) {
      needs.use(change.type());
    } else if (action instanceof TableAction.AttachPartition attach) {
      needs.need(attach.partition(), Right.OWNER);
    } else if (action instanceof TableAction.SetInheritance set && set.inherit()) {
      needs.need(set.parent(), Right.OWNER);
    } else if (action instanceof TableAction.RenameTable rename) {
      needs.createBeside(table);
      needs.make(Kind.RELATION, table);
      needs.make(Kind.RELATION, StatementNeeds.beside(table, rename.to()));
    } else if (action instanceof TableAction.SetSchema set) {
      needs.createIn(set.schema());
      needs.make(Kind.RELATION, table);
      needs.make(Kind.RELATION, new QualifiedName(Optional.of(set.schema()), table.name()));
    } else if (action instanceof TableAction.OwnerTo owner) {
      needs.give(table, owner.role());
    }
    if (action instanceof TableAction.DetachPartition
        || action instanceof TableAction.SetInheritance
        || action instanceof TableAction.RenameTable
        || action instanceof TableAction.SetSchema) {
      needs.regroup();
    }
  }
}
