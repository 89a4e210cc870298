package dev.ngdi.migration.postgres;

import dev.ngdi.migration.postgres.Need.Kind;
import dev.ngdi.migration.postgres.Need.Right;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What statements about anything but tables and indexes need. */
final class ObjectNeeds {
  /** Kinds of which the removal or the change may remove or change others, or give rights. */
  private static final Set<String> FAR_REACHING =
      Set.of("EXTENSION", "ROLE", "SERVER", "FOREIGN DATA WRAPPER");

  private final StatementNeeds needs;

  ObjectNeeds(StatementNeeds needs) {
    this.needs = needs;
  }

  /** What rights on an object of this kind are on; empty for others. */
  static Optional<Kind> kind(String kind) {
    if (kind.equals("TABLE") || StatementNeeds.RELATIONS.contains(kind)) {
      return Optional.of(Kind.RELATION);
    }
    if (StatementNeeds.ROUTINES.contains(kind)) {
      return Optional.of(Kind.ROUTINE);
    }
    if (StatementNeeds.TYPES.contains(kind)) {
      return Optional.of(Kind.TYPE);
    }
    return switch (kind) {
      case "SCHEMA" -> Optional.of(Kind.SCHEMA);
      default -> Optional.empty();
    };
  }

  void create(Statement.CreateObject create) {
    if (create.kind().equals("TRIGGER")) {
      trigger(create);
    } else if (StatementNeeds.PARTS_OF_TABLES.contains(create.kind())) {
      create.on().ifPresent(table -> needs.need(table, Right.OWNER));
    } else if (create.definition() instanceof Definition.Statistics statistics) {
      if (!create.ifNotExists()) {
        needs.need(statistics.table(), Right.OWNER);
        needs.createBeside(create.name());
      }
    } else if (StatementNeeds.RELATIONS.contains(create.kind())) {
      relation(create);
    } else if (StatementNeeds.ROUTINES.contains(create.kind())) {
      needs.createBeside(create.name());
      if (create.definition() instanceof Definition.Routine routine) {
        routine.arguments().forEach(argument -> needs.use(argument.type()));
        routine.returns().ifPresent(needs::use);
      }
      needs.make(Kind.ROUTINE, create.name());
    } else if (StatementNeeds.TYPES.contains(create.kind())) {
      type(create);
    } else if (create.definition() instanceof Definition.Namespace namespace) {
      needs.createInDatabase();
      namespace.owner().ifPresent(needs::become);
      needs.make(Kind.SCHEMA, create.name());
      needs.open(!namespace.elements().isEmpty());
    } else if (create.definition() instanceof Definition.Extension extension) {
      if (!extension.cascade()) {
        needs.need(Kind.EXTENSION, create.name(), Right.CREATE);
      }
      needs.open(true);
    } else {
      needs.open(FAR_REACHING.contains(create.kind()));
    }
  }

  private void trigger(Statement.CreateObject create) {
    create.on().ifPresent(table -> needs.need(table, Right.TRIGGER));
    if (create.definition() instanceof Definition.Trigger trigger) {
      trigger.from().ifPresent(table -> needs.need(table, Right.TRIGGER));
      needs.need(Kind.ROUTINE, trigger.function(), Right.EXECUTE);
    }
  }

  private void relation(Statement.CreateObject create) {
    boolean filled = create.kind().equals("MATERIALIZED VIEW");
    boolean temporary =
        (create.definition() instanceof Definition.View view && view.temporary())
            || (create.definition() instanceof Definition.Sequence sequence
                && sequence.temporary());
    if (!temporary && !(filled && create.ifNotExists())) {
      needs.createBeside(create.name());
    }
    if (create.definition() instanceof Definition.View view && !create.ifNotExists()) {
      needs.see(view.query());
    }
    if (create.orReplace()) {
      needs.need(create.name(), Right.OWNER);
    } else if (create.ifNotExists()) {
      needs.make(Kind.RELATION, create.name());
    } else {
      needs.create(create.name());
    }
  }

  private void type(Statement.CreateObject create) {
    needs.createBeside(create.name());
    if (create.definition() instanceof Definition.CompositeType composite) {
      composite.attributes().forEach(attribute -> attribute.type().ifPresent(needs::use));
    } else if (create.definition() instanceof Definition.Domain domain) {
      needs.use(domain.type());
    }
    needs.make(Kind.TYPE, create.name());
  }

  void drop(List<QualifiedName> names) {
    for (QualifiedName name : names) {
      needs.need(name, Right.DROP);
      needs.make(Kind.RELATION, name);
    }
    needs.regroup();
  }

  void drop(Statement.DropObject drop) {
    // What depends on it may be anything that this plan makes anew under its old name.
    needs.open(drop.cascade());
    if (drop.kind().equals("TABLE") || StatementNeeds.RELATIONS.contains(drop.kind())) {
      drop(drop.names());
    } else if (StatementNeeds.PARTS_OF_TABLES.contains(drop.kind())) {
      if (!drop.ifExists()) {
        drop.on().ifPresent(table -> needs.need(table, Right.OWNER));
      }
    } else {
      Optional<Kind> kind = kind(drop.kind());
      boolean overloaded = kind.filter(Kind.ROUTINE::equals).isPresent() && drop.ifExists();
      if (kind.isPresent()) {
        boolean bySchema = kind.get() == Kind.ROUTINE || kind.get() == Kind.TYPE;
        for (QualifiedName name : drop.names()) {
          if (!overloaded) {
            needs.need(kind.get(), name, bySchema ? Right.DROP : Right.OWNER);
          }
          needs.make(kind.get(), name);
        }
      }
      boolean alone = kind.isPresent() && kind.get() == Kind.ROUTINE;
      needs.open(!alone && (kind.isPresent() || FAR_REACHING.contains(drop.kind())));
    }
  }

  void alter(Statement.AlterObject alter) {
    if (StatementNeeds.PARTS_OF_TABLES.contains(alter.kind())) {
      alter.on().ifPresent(table -> needs.need(table, Right.OWNER));
      return;
    }
    Optional<Kind> kind =
        alter.kind().equals("INDEX") ? Optional.of(Kind.RELATION) : kind(alter.kind());
    if (kind.isPresent()) {
      needs.need(kind.get(), alter.name(), Right.OWNER);
      alter.actions().forEach(action -> act(kind.get(), alter.name(), action));
    }
    boolean far = Set.of("SCHEMA", "EXTENSION", "DOMAIN").contains(alter.kind());
    needs.open(far || FAR_REACHING.contains(alter.kind()));
  }

  private void act(Kind kind, QualifiedName name, ObjectAction action) {
    if (action instanceof ObjectAction.Rename rename) {
      if (kind == Kind.SCHEMA) {
        needs.createInDatabase();
      } else {
        needs.createBeside(name);
      }
      needs.make(kind, name);
      needs.make(kind, StatementNeeds.beside(name, rename.to()));
    } else if (action instanceof ObjectAction.SetSchema set) {
      needs.createIn(set.schema());
      needs.make(kind, name);
      needs.make(kind, new QualifiedName(Optional.of(set.schema()), name.name()));
    } else if (action instanceof ObjectAction.OwnerTo owner) {
      if (kind == Kind.RELATION) {
        needs.give(name, owner.role());
      }
    } else if (action instanceof ObjectAction.LikeTable like && kind == Kind.RELATION) {
      new TableNeeds(needs).act(name, like.action());
    }
  }
}
