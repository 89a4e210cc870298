package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Triggers, policies and rules: what belongs to a table or view and has a name there. */
final class Members {
  private static final Set<String> KINDS = Set.of("TRIGGER", "POLICY", "RULE");

  private Members() {}

  /** Applies a statement; whether it is about one of these. */
  static boolean apply(Work work, Statement statement) {
    if (statement instanceof Statement.CreateObject create && KINDS.contains(create.kind())) {
      create(work, create);
    } else if (statement instanceof Statement.DropObject drop && KINDS.contains(drop.kind())) {
      drop.names().forEach(name -> drop(work, drop, name.name()));
    } else if (statement instanceof Statement.AlterObject alter && KINDS.contains(alter.kind())) {
      alter(work, alter);
    } else {
      return false;
    }
    return true;
  }

  private static void create(Work work, Statement.CreateObject create) {
    Definition definition = create.definition();
    if (create.on().isEmpty()) {
      work.unproven("what `%s` is made on".formatted(create.oneLine()));
    } else if (definition instanceof Definition.Trigger trigger) {
      Triggers.create(work, create, trigger);
    } else if (definition instanceof Definition.Policy policy) {
      Policies.create(work, create, policy);
    } else if (definition instanceof Definition.Rule rule) {
      Rules.create(work, create, rule);
    } else {
      work.unproven("what `%s` says".formatted(create.command()));
    }
  }

  private static void drop(Work work, Statement.DropObject drop, String name) {
    relation(work, drop.on(), drop.ifExists())
        .flatMap(relation -> find(work, drop.kind(), relation, name, drop.ifExists()))
        .ifPresent(object -> Drops.drop(work, Ref.to(object.oid()), drop.cascade()));
  }

  private static void alter(Work work, Statement.AlterObject alter) {
    Optional<Relation> relation =
        relation(work, alter.on(), alter.ifExists() && alter.kind().equals("TRIGGER"));
    if (relation.isEmpty()) {
      return;
    }
    Optional<CatalogObject> found =
        find(work, alter.kind(), relation.get(), alter.name().name(), alter.ifExists());
    for (ObjectAction action : alter.actions()) {
      if (found.isPresent()) {
        alter(work, alter, found.get(), action);
      }
    }
  }

  private static void alter(
      Work work, Statement.AlterObject statement, CatalogObject object, ObjectAction action) {
    if (action instanceof ObjectAction.Rename rename) {
      rename(work, object, rename.to());
    } else if (object instanceof Policy policy && action instanceof ObjectAction.SetPolicy set) {
      Policies.alter(work, policy, set.policy());
    } else if (!(action instanceof ObjectAction.Other other
        && ExtensionMembers.apply(work, object, other.sql()))) {
      work.unproven(
          "what `%s` does to `%s`".formatted(statement.command(), statement.name().sql()));
    }
  }

  private static Optional<Relation> relation(
      Work work, Optional<QualifiedName> name, boolean mayBeAbsent) {
    if (name.isEmpty()) {
      work.unproven("on what table that is");
      return Optional.empty();
    }
    Lookup<CatalogObject> lookup = work.schema().inRelations(name.get());
    if (mayBeAbsent && lookup.found().isEmpty()) {
      if (!lookup.sure()) {
        work.unproven("whether there is `%s`".formatted(name.get().sql()));
      }
      return Optional.empty();
    }
    return new Finder(work).relation(name.get());
  }

  /** What a table or view has of a name; where it is certain that it has none, that is said. */
  private static Optional<CatalogObject> find(
      Work work, String kind, Relation relation, String name, boolean mayBeAbsent) {
    Lookup<? extends CatalogObject> lookup = lookup(work, kind, relation.oid(), name);
    boolean ofView = kind.equals("RULE") && name.equals("_RETURN");
    if (lookup.absent() && !mayBeAbsent && !ofView && !work.schema().unsure(relation)) {
      work.problem(
          Problem.Kind.NAME_NOT_FOUND,
          "42704",
          "there is no %s `%s` on `%s`"
              .formatted(kind.toLowerCase(Locale.ROOT), name, relation.name()),
          Finder.near(
              name,
              work.schema().of(relation.oid(), CatalogObject.class).stream()
                  .filter(object -> object.kind().equals(kind))
                  .map(CatalogObject::name)
                  .toList()));
    } else if (ofView || (!lookup.sure() && relation.complete())) {
      work.unproven("what the %s `%s` is now".formatted(kind.toLowerCase(Locale.ROOT), name));
    }
    return lookup.found().map(CatalogObject.class::cast);
  }

  private static Lookup<? extends CatalogObject> lookup(
      Work work, String kind, int relation, String name) {
    return switch (kind) {
      case "TRIGGER" -> work.schema().trigger(relation, name);
      case "POLICY" -> work.schema().policy(relation, name);
      default -> work.schema().rule(relation, name);
    };
  }

  /** Whether a name is taken; that is said. */
  static boolean taken(Work work, String kind, int relation, String name, String instead) {
    boolean taken = lookup(work, kind, relation, name).present();
    if (taken) {
      String word = kind.toLowerCase(Locale.ROOT);
      work.problem(
          Problem.Kind.NAME_TAKEN,
          "42710",
          "there is already %s `%s` on %s"
              .formatted(
                  Finder.withArticle(word), name, Described.of(work.schema(), Ref.to(relation))),
          instead);
    }
    return taken;
  }

  private static void rename(Work work, CatalogObject object, String to) {
    if (object instanceof Trigger trigger) {
      Triggers.rename(work, trigger, to);
    } else if (taken(work, object.kind(), object.scope(), to, "")) {
      return;
    } else if (object instanceof Policy policy) {
      work.put(policy.withName(to));
    } else if (object instanceof RewriteRule rule) {
      work.put(rule.withName(to));
    }
  }

  /** Takes away what something needs, before it is said anew. */
  static void forgetNeeds(Work work, int oid) {
    work.schema().needs(oid).forEach(need -> work.set(work.schema().without(need)));
  }
}
