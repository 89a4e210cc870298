package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.PartialName;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Statistics;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.replay.Trace.Way;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a statement can touch of which not all is known, or that may not run. */
final class Traces {
  private final List<Trace> traces = new ArrayList<>();
  private final Set<QualifiedName> made;
  private boolean everything;

  private Traces(Set<QualifiedName> made) {
    this.made = made;
  }

  /**
   * Of a statement; empty where that can be anything.
   *
   * @param made tables that were made by what runs before it, of which nothing else is in doubt
   */
  static Optional<List<Trace>> of(Statement statement, Set<QualifiedName> made) {
    Traces traces = new Traces(made);
    traces.add(statement);
    return traces.everything ? Optional.empty() : Optional.of(traces.traces);
  }

  private void add(Statement statement) {
    if (statement instanceof Statement.CreateTable create) {
      PartialName name = pattern(create.table());
      add(Relation.class, name, Way.MADE);
      String start = name.pieces().get(0);
      add(
          Relation.class,
          new PartialName(List.of(start.isEmpty() ? "" : start + "_", "")),
          Way.MADE);
    } else if (statement instanceof Statement.AlterTable alter) {
      boolean isNew = made.contains(alter.table());
      for (TableAction action : alter.actions()) {
        if (isNew) {
          addToNew(action);
        } else {
          add(pattern(alter.table()), action);
        }
      }
    } else if (statement instanceof Statement.CreateIndex create) {
      index(create);
    } else if (statement instanceof Statement.DropIndex drop) {
      drop.names().forEach(name -> add(Index.class, pattern(name), Way.DROPPED_ALONE));
    } else if (statement instanceof Statement.CreateObject create) {
      Way way = create.orReplace() ? Way.REPLACED : Way.MADE;
      object(create.kind(), create.on(), pattern(create.name()), way);
    } else if (statement instanceof Statement.DropObject drop) {
      drop.names().forEach(name -> object(drop.kind(), drop.on(), pattern(name), Way.DROPPED));
    } else if (statement instanceof Statement.AlterObject alter) {
      alter(alter);
    } else if (statement instanceof Statement.DoBlock) {
      everything = true;
    } else if (statement instanceof Statement.Other other) {
      everything |= Unrecorded.canChangeAnything(other);
    }
  }

  private void index(Statement.CreateIndex create) {
    PartialName table = pattern(create.table());
    String start = table.pieces().get(0);
    PartialName chosen = new PartialName(List.of(start.isEmpty() ? "" : start + "_", ""));
    add(Index.class, create.name().map(Traces::pattern).orElse(chosen), Way.MADE);
    if (create.unique() && !made.contains(create.table())) {
      traces.add(Trace.of(Constraint.class, table, PartialName.ANY, Way.MADE));
    }
  }

  // ---- tables

  private void add(PartialName table, TableAction action) {
    if (action instanceof TableAction.AddConstraint constraint) {
      PartialName name = constraint.name().map(Traces::pattern).orElse(PartialName.ANY);
      ConstraintDefinition.Kind kind = constraint.constraint().kind();
      boolean indexed =
          kind != ConstraintDefinition.Kind.CHECK
              && kind != ConstraintDefinition.Kind.FOREIGN_KEY
              && kind != ConstraintDefinition.Kind.NOT_NULL;
      traces.add(Trace.of(Constraint.class, table, name, Way.MADE));
      if (indexed) {
        add(Index.class, name, Way.MADE);
      }
      if (kind == ConstraintDefinition.Kind.PRIMARY_KEY) {
        add(Relation.class, table, Way.CHANGED);
      }
    } else if (action instanceof TableAction.DropConstraint constraint) {
      constraint(table, pattern(constraint.name()), Way.DROPPED);
    } else if (action instanceof TableAction.ValidateConstraint constraint) {
      constraint(table, pattern(constraint.name()), Way.CHANGED);
    } else if (action instanceof TableAction.RenameConstraint rename) {
      constraint(table, pattern(rename.from()), Way.CHANGED);
      constraint(table, pattern(rename.to()), Way.MADE);
    } else if (action instanceof TableAction.SetTriggerState) {
      traces.add(Trace.of(Trigger.class, table, PartialName.ANY, Way.CHANGED));
    } else if (action instanceof TableAction.RenameTable rename) {
      add(CatalogObject.class, table, Way.CHANGED);
      add(Relation.class, pattern(rename.to()), Way.MADE);
    } else if (action instanceof TableAction.AttachPartition attach) {
      attach(attach);
    } else if (action instanceof TableAction.OwnerTo) {
      add(Relation.class, table, Way.CHANGED);
      String start = table.pieces().get(0);
      PartialName owned = new PartialName(List.of(start.isEmpty() ? "" : start + "_", ""));
      add(Sequence.class, owned, Way.CHANGED);
    } else {
      add(CatalogObject.class, table, Way.DROPPED);
      boolean unread = action instanceof TableAction.OtherAction;
      if (unread) {
        add(CatalogObject.class, PartialName.ANY, Way.MADE);
      }
    }
  }

  /** A parent stays as it is: only that it has the partition is new. */
  private void attach(TableAction.AttachPartition attach) {
    if (!made.contains(attach.partition())) {
      add(Relation.class, pattern(attach.partition()), Way.CHANGED);
    }
  }

  /** What an action can do to others than the table, which nothing was known of. */
  private void addToNew(TableAction action) {
    if (action instanceof TableAction.AddConstraint constraint) {
      add(Index.class, constraint.name().map(Traces::pattern).orElse(PartialName.ANY), Way.MADE);
    } else if (action instanceof TableAction.RenameConstraint rename) {
      add(Index.class, pattern(rename.to()), Way.MADE);
    } else if (action instanceof TableAction.RenameTable rename) {
      add(Relation.class, pattern(rename.to()), Way.MADE);
    } else if (action instanceof TableAction.AttachPartition attach) {
      attach(attach);
    } else if (action instanceof TableAction.SetSchema
        || action instanceof TableAction.OtherAction) {
      add(CatalogObject.class, PartialName.ANY, Way.MADE);
    }
  }

  private void constraint(PartialName table, PartialName name, Way way) {
    traces.add(Trace.of(Constraint.class, table, name, way));
    add(Index.class, name, way);
  }

  // ---- other objects

  private void alter(Statement.AlterObject alter) {
    PartialName name = pattern(alter.name());
    for (ObjectAction action : alter.actions()) {
      object(alter.kind(), alter.on(), name, Way.CHANGED);
      if (action instanceof ObjectAction.Rename rename) {
        object(alter.kind(), alter.on(), pattern(rename.to()), Way.MADE);
      } else if (action instanceof ObjectAction.SetSchema) {
        object(alter.kind(), alter.on(), name, Way.MADE);
      } else if (action instanceof ObjectAction.LikeTable like) {
        add(name, like.action());
      }
    }
  }

  private void object(String kind, Optional<QualifiedName> on, PartialName name, Way way) {
    Optional<PartialName> owner = on.map(Traces::pattern);
    switch (kind) {
      case "TABLE", "VIEW", "MATERIALIZED VIEW", "FOREIGN TABLE" -> add(Relation.class, name, way);
      case "SEQUENCE" -> add(Sequence.class, name, way);
      case "INDEX" -> add(Index.class, name, way);
      case "TYPE", "DOMAIN" -> add(UserType.class, name, way);
      case "FUNCTION", "PROCEDURE", "AGGREGATE", "ROUTINE" -> add(Routine.class, name, way);
      case "STATISTICS" -> add(Statistics.class, name, way);
      case "TRIGGER" -> member(Trigger.class, owner, name, way);
      case "POLICY" -> member(Policy.class, owner, name, way);
      case "RULE" -> member(RewriteRule.class, owner, name, way);
      case "SCHEMA" -> schema(name, way);
      case "EXTENSION" -> {
        add(Extension.class, name, way);
        everything |= way == Way.DROPPED || !name.isExact();
      }
      default -> add(CatalogObject.class, name, way == Way.MADE ? Way.REPLACED : way);
    }
  }

  private void member(
      Class<? extends CatalogObject> kind, Optional<PartialName> owner, PartialName name, Way way) {
    traces.add(Trace.of(kind, owner.orElse(PartialName.ANY), name, way));
  }

  private void schema(PartialName name, Way way) {
    add(Namespace.class, name, way);
    everything |= way != Way.MADE;
  }

  private void add(Class<? extends CatalogObject> kind, PartialName name, Way way) {
    traces.add(Trace.of(kind, name, way));
  }

  private static PartialName pattern(QualifiedName name) {
    return pattern(name.name());
  }

  private static PartialName pattern(String name) {
    return Datum.pattern(name);
  }
}
