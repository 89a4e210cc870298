package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Lookup;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.Statement;
import java.util.List;

/** Schemas in PostgreSQL's sense. */
final class Schemas {
  private Schemas() {}

  static void create(Work work, Statement.CreateObject statement, Definition.Namespace definition) {
    String name = statement.name().name();
    Lookup<Namespace> there = work.schema().namespace(name);
    if (there.present()) {
      if (!statement.ifNotExists()) {
        NotFound.taken(
            work, "42P06", "schema", name, "CREATE SCHEMA IF NOT EXISTS " + statement.name().sql());
      }
      return;
    }
    Namespace made = there.found().orElseGet(() -> new Namespace(work.newOid(), name));
    work.put(made);
    definition
        .owner()
        .ifPresent(
            role -> {
              work.set(work.schema().withOwner(made.oid(), role));
              DefaultPrivileges.doubt(work, made, role);
            });
    List<String> path = work.schema().searchPath();
    work.set(work.schema().withSearchPath(List.of(name)));
    definition.elements().forEach(element -> Replay.apply(work, element));
    work.set(work.schema().withSearchPath(path));
  }

  static void alter(Work work, Namespace namespace, ObjectAction action) {
    if (action instanceof ObjectAction.Rename rename) {
      if (work.schema().namespace(rename.to()).present()) {
        NotFound.taken(work, "42P06", "schema", rename.to(), "");
      } else {
        Placement.rename(work, namespace, rename.to());
      }
    } else {
      work.unproven("what becomes of the schema `%s`".formatted(namespace.name()));
    }
  }
}
