package dev.ngdi.migration.postgres;

import dev.ngdi.migration.postgres.Need.Right;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.RowChange;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one statement needs of the relations that it names, and which names it makes or unmakes. */
final class StatementNeeds {
  /** Kinds that are relations, besides tables and indexes. */
  private static final Set<String> RELATIONS =
      Set.of("VIEW", "MATERIALIZED VIEW", "SEQUENCE", "FOREIGN TABLE");

  private static final Set<String> PARTS_OF_TABLES = Set.of("TRIGGER", "POLICY", "RULE");

  /** Kinds of which the removal or the change may remove or change relations, or give rights. */
  private static final Set<String> FAR_REACHING =
      Set.of("SCHEMA", "EXTENSION", "ROLE", "SERVER", "FOREIGN DATA WRAPPER", "TYPE", "DOMAIN");

  /** Functions that change nothing that a right depends on. */
  private static final Set<String> HARMLESS =
      Set.of("setval", "nextval", "pg_get_serial_sequence", "max", "min", "count", "coalesce");

  private final List<OnRelation> rights = new ArrayList<>();
  private final List<QualifiedName> made = new ArrayList<>();
  private boolean open;

  /**
   * A right that it needs.
   *
   * @param relation the relation's name as written
   * @param right the right
   */
  record OnRelation(QualifiedName relation, Right right) {}

  private StatementNeeds() {}

  static StatementNeeds of(Statement statement) {
    StatementNeeds needs = new StatementNeeds();
    if (statement instanceof Statement.CreateTable create) {
      needs.create(create);
    } else if (statement instanceof Statement.AlterTable alter) {
      needs.alter(alter);
    } else if (statement instanceof Statement.CreateIndex create) {
      needs.need(create.table(), Right.OWNER);
      create.name().ifPresent(n -> needs.made.add(beside(create.table(), n.name())));
    } else if (statement instanceof Statement.DropIndex drop) {
      needs.drop(drop.names());
    } else if (statement instanceof Statement.CreateObject create) {
      needs.create(create);
    } else if (statement instanceof Statement.DropObject drop) {
      needs.drop(drop);
    } else if (statement instanceof Statement.AlterObject alter) {
      needs.alter(alter);
    } else if (statement instanceof Statement.ChangeRows change) {
      needs.change(change);
    } else if (statement instanceof Statement.Query query) {
      needs.read(query.names());
      needs.open = mayDoAnything(query.names());
    } else if (statement instanceof Statement.Maintenance maintenance) {
      needs.maintain(maintenance);
    } else if (statement instanceof Statement.Comment comment) {
      needs.comment(comment);
    } else if (statement instanceof Statement.DoBlock || statement instanceof Statement.Other) {
      needs.open = true;
    }
    return needs;
  }

  List<OnRelation> rights() {
    return rights;
  }

  /** Names that stand for something else, or for nothing, after it. */
  List<QualifiedName> made() {
    return made;
  }

  /** Whether it may do more than is known, so that nothing is certain after it. */
  boolean open() {
    return open;
  }

  private void need(QualifiedName relation, Right right) {
    rights.add(new OnRelation(relation, right));
  }

  private void create(Statement.CreateTable create) {
    if (!create.ifNotExists()) {
      for (TableElement element : create.elements()) {
        if (element instanceof TableElement.Constraint constraint) {
          refer(constraint.definition());
        } else if (element instanceof TableElement.Column column) {
          column.constraints().forEach(this::refer);
        } else if (element instanceof TableElement.Like like) {
          need(like.table(), Right.SELECT);
        }
      }
      create.clauses().inherits().forEach(parent -> need(parent, Right.OWNER));
      create.clauses().partitionOf().ifPresent(parent -> need(parent, Right.OWNER));
      create.clauses().query().filter(q -> create.clauses().withData()).ifPresent(this::read);
    }
    create.clauses().query().ifPresent(query -> open = mayDoAnything(query));
    made.add(create.table());
  }

  private void refer(ConstraintDefinition constraint) {
    constraint.references().ifPresent(key -> need(key.table(), Right.REFERENCES));
  }

  private void alter(Statement.AlterTable alter) {
    need(alter.table(), Right.OWNER);
    alter.actions().forEach(action -> act(alter.table(), action));
  }

  private void act(QualifiedName table, TableAction action) {
    if (action instanceof TableAction.AddConstraint add) {
      refer(add.constraint());
    } else if (action instanceof TableAction.AddColumn add) {
      if (!add.ifNotExists()) {
        add.definition().constraints().forEach(this::refer);
      }
    } else if (action instanceof TableAction.AttachPartition attach) {
      need(attach.partition(), Right.OWNER);
    } else if (action instanceof TableAction.SetInheritance set && set.inherit()) {
      need(set.parent(), Right.OWNER);
    } else if (action instanceof TableAction.RenameTable rename) {
      made.add(table);
      made.add(beside(table, rename.to()));
    } else if (action instanceof TableAction.SetSchema set) {
      made.add(table);
      made.add(new QualifiedName(Optional.of(set.schema()), table.name()));
    }
  }

  private static QualifiedName beside(QualifiedName neighbour, String name) {
    return new QualifiedName(neighbour.schema(), name);
  }

  private void create(Statement.CreateObject create) {
    if (create.kind().equals("TRIGGER")) {
      create.on().ifPresent(table -> need(table, Right.TRIGGER));
      if (create.definition() instanceof Definition.Trigger trigger) {
        trigger.from().ifPresent(table -> need(table, Right.TRIGGER));
      }
    } else if (PARTS_OF_TABLES.contains(create.kind())) {
      create.on().ifPresent(table -> need(table, Right.OWNER));
    } else if (create.definition() instanceof Definition.Statistics statistics) {
      if (!create.ifNotExists()) {
        need(statistics.table(), Right.OWNER);
      }
    } else if (create.kind().equals("VIEW") && create.orReplace()) {
      need(create.name(), Right.OWNER);
    } else if (RELATIONS.contains(create.kind())) {
      made.add(create.name());
    } else if (FAR_REACHING.contains(create.kind())) {
      open = !Set.of("TYPE", "DOMAIN").contains(create.kind());
    }
  }

  private void drop(List<QualifiedName> names) {
    for (QualifiedName name : names) {
      need(name, Right.DROP);
      made.add(name);
    }
  }

  private void drop(Statement.DropObject drop) {
    if (drop.kind().equals("TABLE") || RELATIONS.contains(drop.kind())) {
      drop(drop.names());
      // What depends on it may be anything that this plan makes anew under its old name.
      open = drop.cascade();
    } else if (PARTS_OF_TABLES.contains(drop.kind()) && !drop.ifExists()) {
      drop.on().ifPresent(table -> need(table, Right.OWNER));
    } else if (FAR_REACHING.contains(drop.kind())) {
      open = true;
    }
  }

  private void alter(Statement.AlterObject alter) {
    if (alter.kind().equals("INDEX") || RELATIONS.contains(alter.kind())) {
      need(alter.name(), Right.OWNER);
      alter.renamedTo().ifPresent(made::add);
      boolean moved =
          alter.actions().stream()
              .anyMatch(
                  a -> a instanceof ObjectAction.Rename || a instanceof ObjectAction.SetSchema);
      if (moved) {
        made.add(alter.name());
      }
    } else if (PARTS_OF_TABLES.contains(alter.kind())) {
      alter.on().ifPresent(table -> need(table, Right.OWNER));
    } else if (FAR_REACHING.contains(alter.kind())) {
      open = !alter.kind().equals("TYPE");
    }
  }

  private void change(Statement.ChangeRows change) {
    if (change.command().equals("TRUNCATE")) {
      change.tables().forEach(table -> need(table, Right.TRUNCATE));
      return;
    }
    for (RowChange row : RowChange.of(change)) {
      switch (row.command()) {
        case "INSERT" -> need(row.table(), Right.INSERT);
        case "UPDATE" -> need(row.table(), Right.UPDATE);
        case "DELETE" -> need(row.table(), Right.DELETE);
        default -> {}
      }
      if (!row.command().equals("INSERT") && !row.joined() && readsColumns(row)) {
        need(row.table(), Right.SELECT);
      }
    }
    read(change.names());
  }

  /** Whether the condition asks for a column, which can be of no other relation. */
  private static boolean readsColumns(RowChange row) {
    return row.condition()
        .map(Fragment::ofExpression)
        .flatMap(condition -> condition.scopes().stream().findFirst())
        .filter(scope -> scope.columns().stream().anyMatch(Fragment.ColumnUse::certain))
        .isPresent();
  }

  private void read(Fragment query) {
    for (Fragment.Scope scope : query.scopes()) {
      for (Fragment.Source source : scope.sources()) {
        if (source instanceof Fragment.RelationSource relation && !relation.written()) {
          need(relation.name(), Right.SELECT);
        }
      }
    }
  }

  private static boolean mayDoAnything(Fragment query) {
    return !query.complete()
        || query.functions().stream().anyMatch(f -> !HARMLESS.contains(f.name().name()));
  }

  private void maintain(Statement.Maintenance maintenance) {
    switch (maintenance.command()) {
      case "REFRESH MATERIALIZED VIEW", "CLUSTER" ->
          maintenance.targets().forEach(target -> need(target, Right.MAINTAIN));
      case "REINDEX" -> {
        if (Set.of("TABLE", "INDEX").contains(maintenance.kind())) {
          maintenance.targets().forEach(target -> need(target, Right.MAINTAIN));
        }
      }
      default -> {}
    }
  }

  private void comment(Statement.Comment comment) {
    switch (comment.kind()) {
      case "TABLE", "COLUMN", "INDEX", "VIEW", "MATERIALIZED VIEW", "SEQUENCE", "FOREIGN TABLE" ->
          need(comment.name(), Right.OWNER);
      case "CONSTRAINT", "TRIGGER", "POLICY", "RULE" -> {
        if (!comment.onDomain()) {
          comment.on().ifPresent(table -> need(table, Right.OWNER));
        }
      }
      default -> {}
    }
  }
}
