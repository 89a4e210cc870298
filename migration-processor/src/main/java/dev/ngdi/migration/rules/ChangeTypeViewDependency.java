package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Policy;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.RewriteRule;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Trigger;
import dev.ngdi.migration.schema.View;
import dev.ngdi.migration.schema.locks.Locks;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.schema.replay.Replay;
import dev.ngdi.migration.schema.undo.Ddl;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses another type for a column that a view or the like uses, as PostgreSQL will. */
final class ChangeTypeViewDependency implements Rule {
  @Override
  public String summary() {
    return "another type for a column that a view, rule, trigger or policy uses, which fails";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AlterType.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      for (Problem problem : change.problems()) {
        if (TypeChanges.isColumnInUse(change, problem)) {
          findings.add(
              Finding.at(Part.UP, change.statement(), problem.message(), instead(subject, change)));
        }
      }
    }
    return List.copyOf(findings);
  }

  private static String instead(Subject subject, Change change) {
    Schema before = change.before();
    Statement.AlterTable alter = (Statement.AlterTable) change.statement();
    Optional<Relation> table = before.relation(alter.table()).found();
    Set<Integer> users = new LinkedHashSet<>();
    for (TableAction action : alter.actions()) {
      if (action instanceof TableAction.AlterType type && table.isPresent()) {
        table
            .get()
            .column(type.column())
            .map(Column::number)
            .ifPresent(number -> collect(before, new Ref(table.get().oid(), number), users));
      }
    }
    List<String> drops = new ArrayList<>();
    List<String> creates = new ArrayList<>();
    for (int oid : users) {
      Optional<String> drop = before.get(oid).flatMap(object -> drop(before, object));
      if (drop.isEmpty()) {
        return "";
      }
      drops.add(0, drop.get());
      creates.addAll(Ddl.of(before, oid));
    }
    Sequel sequel = Sequel.of(subject);
    drops.forEach(sequel::here);
    sequel.here(alter.source().sql());
    creates.forEach(sequel::here);
    return users.isEmpty() || rewrites(before, drops, alter)
        ? Alteration.in(subject, TableAction.AlterType.class).stream()
            .filter(found -> found.alter().source().equals(alter.source()))
            .findFirst()
            .map(found -> NewColumnPlan.of(subject, found))
            .orElseGet(sequel::text)
        : sequel.text();
  }

  /** What uses a column, and what uses that in turn, each behind what it uses. */
  private static void collect(Schema schema, Ref column, Set<Integer> users) {
    for (Dependency dependency : schema.dependents(column)) {
      int oid = dependency.dependent().oid();
      boolean user =
          schema
              .get(oid)
              .filter(
                  o ->
                      o instanceof View
                          || o instanceof RewriteRule
                          || o instanceof Trigger
                          || o instanceof Policy)
              .isPresent();
      if (user && users.add(oid) && schema.get(oid, View.class).isPresent()) {
        collect(schema, Ref.to(oid), users);
      }
    }
  }

  private static Optional<String> drop(Schema schema, CatalogObject object) {
    String name = Rendering.name(schema, object.oid());
    if (object instanceof View view) {
      return Optional.of("DROP " + view.kind() + " " + name);
    }
    String own = Identifiers.quote(object.name());
    String on = Rendering.name(schema, object.scope());
    return Optional.of("DROP %s %s ON %s".formatted(object.kind(), own, on));
  }

  /** Whether, with nothing in its way, the statement would write the rows anew. */
  private static boolean rewrites(Schema before, List<String> drops, Statement.AlterTable alter) {
    Schema schema = before;
    for (String drop : drops) {
      for (Statement statement : Script.parse(drop).statements()) {
        schema = Replay.apply(schema, statement).after();
      }
    }
    Schema after = Replay.apply(schema, alter).after();
    return Locks.of(schema, after, alter, schema.postgres()).relations().stream()
        .anyMatch(RelationLock::rewrite);
  }
}
