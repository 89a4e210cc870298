package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Namespace;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements that make what a schema holds. */
public final class Ddl {
  private static final Set<Integer> BUILT_IN =
      Set.of(Schema.PG_CATALOG, Schema.PG_TEMP, Schema.PUBLIC);

  private Ddl() {}

  /**
   * The statements that make all of a schema in an empty database, in an order that runs; without
   * semicolons. Rows and the values of sequences are not made.
   */
  public static List<String> all(Schema given) {
    Schema schema = given.withUsualSearchPath();
    Set<Integer> oids = new HashSet<>();
    schema.objects().forEach(object -> oids.add(object.oid()));
    oids.removeAll(BUILT_IN);
    List<String> statements = new ArrayList<>();
    if (schema.get(Schema.PUBLIC).isEmpty()) {
      statements.add("DROP SCHEMA public");
    } else {
      Namespace kept = schema.get(Schema.PUBLIC, Namespace.class).orElseThrow();
      if (!kept.name().equals("public")) {
        statements.add("ALTER SCHEMA public RENAME TO " + Identifiers.quote(kept.name()));
      }
      statements.addAll(AccessDdl.of(schema, kept));
    }
    List<String> made = of(schema, oids);
    boolean unchecked = schema.all(Routine.class).stream().anyMatch(Ddl::hasUncheckedBody);
    if (unchecked) {
      statements.add("SET check_function_bodies = off");
    }
    statements.addAll(made);
    if (unchecked) {
      statements.add("RESET check_function_bodies");
    }
    return List.copyOf(statements);
  }

  /** The server reads these bodies when they are made, and nobody says what they need. */
  private static boolean hasUncheckedBody(Routine routine) {
    return routine.language().equals("sql") && routine.atomic().isEmpty();
  }

  /**
   * The statements that make one object with all that belongs to it, in an order that runs where
   * everything else is there; without semicolons.
   */
  public static List<String> of(Schema schema, int oid) {
    Set<Integer> oids = new HashSet<>(Set.of(oid));
    for (CatalogObject object : schema.objects()) {
      if (Belongings.belongs(schema, object, oid)) {
        oids.add(object.oid());
      }
    }
    return of(schema, oids);
  }

  private static List<String> of(Schema schema, Set<Integer> oids) {
    Wanted wanted = new Wanted(schema, oids, Map.of(), Map.of(), false);
    return List.copyOf(new Creation(schema, wanted).statements());
  }

  static boolean isBuiltIn(CatalogObject object) {
    return BUILT_IN.contains(object.oid());
  }
}
