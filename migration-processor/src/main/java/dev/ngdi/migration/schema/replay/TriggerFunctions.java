package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.Extension;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the function that a trigger calls. */
final class TriggerFunctions {
  /** Those that PostgreSQL brings. */
  private static final Set<String> BUILTIN =
      Set.of(
          "suppress_redundant_updates_trigger",
          "tsvector_update_trigger",
          "tsvector_update_trigger_column",
          "unique_key_recheck");

  /** Extensions that bring none. */
  private static final Set<String> WITHOUT =
      Set.of(
          "bloom",
          "btree_gin",
          "btree_gist",
          "citext",
          "cube",
          "earthdistance",
          "fuzzystrmatch",
          "hstore",
          "intarray",
          "isn",
          "ltree",
          "pg_stat_statements",
          "pg_trgm",
          "pgcrypto",
          "plpgsql",
          "postgres_fdw",
          "seg",
          "tablefunc",
          "unaccent",
          "uuid-ossp",
          "vector");

  private TriggerFunctions() {}

  /** The number of the function; 0 where it cannot be known or, which is said, is not there. */
  static int find(Work work, QualifiedName name) {
    Schema schema = work.schema();
    List<Routine> named = named(schema, name);
    Optional<Routine> found =
        named.stream().filter(routine -> routine.signature().isEmpty()).findFirst();
    if (found.isEmpty()) {
      missing(work, name, named);
      return 0;
    }
    Routine function = found.get();
    boolean wrong =
        !schema.unsure(function)
            && !function.kind().equals("AGGREGATE")
            && function
                .returns()
                .map(type -> type.known() && !type.equals(TypeRef.of("trigger")))
                .orElse(function.kind().equals("PROCEDURE"));
    if (wrong) {
      String result =
          function.returns().map(type -> Rendering.type(schema, type)).orElse("nothing");
      work.problem(
          Problem.Kind.NOT_POSSIBLE,
          "42P17",
          "`%s()` returns %s, a trigger needs a function that returns trigger"
              .formatted(name.sql(), result),
          "CREATE FUNCTION %s() RETURNS trigger …".formatted(name.sql()));
    }
    return schema.unsure(function) ? 0 : function.oid();
  }

  private static List<Routine> named(Schema schema, QualifiedName name) {
    List<Integer> scopes =
        name.schema().isEmpty()
            ? schema.path()
            : schema.namespace(name.schema().get()).found().map(Namespace::oid).stream().toList();
    return scopes.stream().flatMap(scope -> schema.routines(scope, name.name()).stream()).toList();
  }

  private static void missing(Work work, QualifiedName name, List<Routine> named) {
    Schema schema = work.schema();
    boolean mayBeThere =
        schema.open()
            || schema.unsureOfRoutines(name)
            || BUILTIN.contains(name.name())
            || name.schema().filter("pg_catalog"::equals).isPresent()
            || name.schema().filter(s -> schema.namespace(s).found().isEmpty()).isPresent()
            || schema.all(Extension.class).stream().anyMatch(e -> !WITHOUT.contains(e.name()));
    if (mayBeThere) {
      if (schema.unsureOfRoutines(name)) {
        work.unproven("what `%s` is now".formatted(name.sql()));
      } else if (name.schema().isPresent()) {
        new Finder(work).namespace(name.schema().get());
      }
      return;
    }
    if (named.isEmpty()) {
      new Finder(work).missing("function", name, "42883", NotFound.names(schema, Routine.class));
      return;
    }
    work.problem(
        Problem.Kind.NAME_NOT_FOUND,
        "42883",
        "there is no function `%s()` without arguments, as a trigger needs one"
            .formatted(name.sql()),
        "its arguments are in `TG_ARGV`");
  }
}
