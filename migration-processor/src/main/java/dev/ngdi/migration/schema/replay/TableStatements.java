package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Sequence;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which class replays which statement about tables, their indexes and sequences. */
final class TableStatements {
  private static final Set<String> KINDS = Set.of("TABLE", "FOREIGN TABLE", "INDEX", "SEQUENCE");

  private TableStatements() {}

  /** Applies a statement; whether it is one of these. */
  static boolean apply(Work work, Statement statement) {
    if (statement instanceof Statement.CreateTable create) {
      CreateTables.replay(work, create);
    } else if (statement instanceof Statement.AlterTable alter) {
      AlterTables.replay(work, alter);
    } else if (statement instanceof Statement.CreateIndex create) {
      Indexes.create(work, create);
    } else if (statement instanceof Statement.DropIndex drop) {
      RelationDrops.drop(work, drop);
    } else if (statement instanceof Statement.DropObject drop && KINDS.contains(drop.kind())) {
      RelationDrops.drop(work, drop);
    } else if (statement instanceof Statement.AlterObject alter && KINDS.contains(alter.kind())) {
      alter(work, alter);
    } else {
      return statement instanceof Statement.CreateObject create && create(work, create);
    }
    return true;
  }

  private static boolean create(Work work, Statement.CreateObject create) {
    if (create.definition() instanceof Definition.Sequence sequence) {
      Sequences.create(work, create, sequence);
      return true;
    }
    if (create.definition() instanceof Definition.ForeignTable table) {
      CreateTables.foreign(
          work, create.name(), create.ifNotExists(), table.elements(), table.clauses());
      return true;
    }
    return false;
  }

  private static void alter(Work work, Statement.AlterObject alter) {
    Optional<CatalogObject> found = find(work, alter);
    if (found.isEmpty()) {
      return;
    }
    boolean renames = alter.actions().stream().allMatch(ObjectAction.Rename.class::isInstance);
    boolean anyKind = renames && alter.kind().equals("INDEX");
    if (!anyKind && !is(found.get(), alter.kind())) {
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42809",
          "`%s` is %s".formatted(alter.name().sql(), Finder.withArticle(found.get())),
          "");
      return;
    }
    int oid = found.get().oid();
    List<TableAction> actions = new ArrayList<>();
    for (ObjectAction action : alter.actions()) {
      if (action instanceof ObjectAction.LikeTable like) {
        actions.add(like.action());
      } else if (action instanceof ObjectAction.Rename rename) {
        actions.add(new TableAction.RenameTable(rename.to()));
      } else if (action instanceof ObjectAction.SetSchema set) {
        actions.add(new TableAction.SetSchema("", set.schema()));
      } else if (action instanceof ObjectAction.OwnerTo owner) {
        actions.add(new TableAction.OwnerTo("", owner.role()));
      } else if (action instanceof ObjectAction.SetSequence set) {
        work.get(oid, Sequence.class).ifPresent(s -> Sequences.set(work, oid, set.options()));
      } else if (action instanceof ObjectAction.AttachIndex attach) {
        work.get(oid, Index.class).ifPresent(i -> Indexes.attach(work, i, attach.index()));
      } else if (action instanceof ObjectAction.Other) {
        work.unproven("what one of its actions does");
      }
    }
    work.schema().get(oid).ifPresent(o -> AlterTables.apply(work, o, actions, true));
  }

  private static Optional<CatalogObject> find(Work work, Statement.AlterObject alter) {
    Optional<CatalogObject> found = work.schema().inRelations(alter.name()).found();
    boolean table = alter.kind().equals("TABLE") || alter.kind().equals("FOREIGN TABLE");
    if (found.isPresent() || (alter.ifExists() && !work.schema().open())) {
      return found;
    }
    if (table) {
      return new Finder(work).inRelations(alter.name());
    }
    if (work.schema().open() || !work.schema().inRelations(alter.name()).sure()) {
      work.unproven("what `%s` is".formatted(alter.name().sql()));
      return Optional.empty();
    }
    List<String> known =
        work.schema().objects().stream()
            .filter(object -> is(object, alter.kind()))
            .map(CatalogObject::name)
            .toList();
    new Finder(work).missing("relation", alter.name(), "42P01", known);
    return Optional.empty();
  }

  private static boolean is(CatalogObject object, String kind) {
    return switch (kind) {
      case "INDEX" -> object instanceof Index;
      case "SEQUENCE" -> object instanceof Sequence;
      default -> object instanceof Table;
    };
  }
}
