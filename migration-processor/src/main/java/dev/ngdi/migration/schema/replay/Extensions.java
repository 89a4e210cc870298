package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Dependency;
import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Extensions, and the tables and views that they bring. */
final class Extensions {
  private static final String PLPGSQL = "plpgsql";

  /** The schemas that some extensions make for themselves. */
  private static final Map<String, String> OWN_SCHEMAS =
      Map.of(
          "postgis_topology", "topology", "postgis_tiger_geocoder", "tiger", "pgagent", "pgagent");

  private Extensions() {}

  static void create(Work work, Statement.CreateObject statement, Definition.Extension definition) {
    String name = statement.name().name();
    boolean there = name.equals(PLPGSQL) || work.schema().extension(name).found().isPresent();
    if (there) {
      if (!statement.ifNotExists()) {
        String instead = "CREATE EXTENSION IF NOT EXISTS " + statement.name().sql();
        NotFound.taken(work, "42710", "extension", name, instead);
      }
      return;
    }
    scope(work, name, definition)
        .ifPresent(scope -> add(work, name, scope, definition.version().orElse("")));
  }

  private static Optional<Integer> scope(Work work, String name, Definition.Extension definition) {
    if (definition.schema().isPresent()) {
      return new Finder(work).namespace(definition.schema().get());
    }
    String own = OWN_SCHEMAS.get(name);
    if (own != null) {
      Optional<Namespace> made = work.schema().namespace(own).found();
      Namespace namespace = made.orElseGet(() -> new Namespace(work.newOid(), own));
      work.put(namespace);
      return Optional.of(namespace.oid());
    }
    return new Finder(work).scope(QualifiedName.of(name));
  }

  /** Whether there is an extension of which it is not known what it brings. */
  static boolean anyUnknown(Schema schema) {
    return schema.all(Extension.class).stream()
        .anyMatch(extension -> !BuiltinTypes.isKnown(extension.name()));
  }

  static void alter(Work work, Extension extension, ObjectAction action) {
    if (action instanceof ObjectAction.SetSchema move) {
      new Finder(work).namespace(move.schema()).ifPresent(target -> move(work, extension, target));
    } else if (action instanceof ObjectAction.UpdateExtension update) {
      work.put(
          new Extension(
              extension.oid(),
              extension.name(),
              extension.namespace(),
              update.version().orElse("")));
    } else {
      work.unproven("what becomes of the extension `%s`".formatted(extension.name()));
    }
  }

  private static void add(Work work, String name, int scope, String version) {
    int oid = work.newOid();
    work.put(new Extension(oid, name, scope, version));
    work.depend(Ref.to(oid), Ref.to(scope), Dependency.Type.NORMAL);
    ExtensionRelations.of(name).stream()
        .sorted()
        .filter(relation -> work.schema().inRelations(scope, relation).found().isEmpty())
        .forEach(relation -> addRelation(work, oid, scope, relation));
  }

  private static void addRelation(Work work, int extension, int scope, String name) {
    int oid = work.newOid();
    Placement.add(
        work,
        new Table(
            oid,
            scope,
            name,
            Table.Persistence.PERMANENT,
            List.of(),
            false,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            0,
            "",
            Settings.NONE));
    work.depend(Ref.to(oid), Ref.to(extension), Dependency.Type.INTERNAL);
  }

  private static void move(Work work, Extension extension, int target) {
    for (Dependency dependency : work.schema().dependents(Ref.to(extension.oid()))) {
      if (dependency.type() == Dependency.Type.INTERNAL) {
        work.get(dependency.dependent().oid(), Relation.class)
            .ifPresent(relation -> Placement.move(work, relation, target));
      }
    }
    for (Dependency need : work.schema().needs(extension.oid())) {
      work.set(work.schema().without(need));
    }
    work.put(new Extension(extension.oid(), extension.name(), target, extension.version()));
    work.depend(Ref.to(extension.oid()), Ref.to(target), Dependency.Type.NORMAL);
  }
}
