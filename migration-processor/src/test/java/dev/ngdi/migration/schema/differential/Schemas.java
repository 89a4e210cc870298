package dev.ngdi.migration.schema.differential;

/** Schemas, the search path and extensions. */
final class Schemas implements Family {
  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    Thing schema = scene.pick("schema");
    Thing own = scene.pick(scene.known().all("schema", s -> !s.name().equals("public")));
    Thing extension = scene.pick("extension");
    String fresh = scene.spelled(dice.of("s1", "s2", "Sales", "portal"));
    return switch (dice.below(12)) {
      case 0, 1, 2, 3 ->
          "CREATE SCHEMA "
              + dice.maybe(3, "IF NOT EXISTS ")
              + fresh
              + dice.maybe(5, " AUTHORIZATION app_owner");
      case 4 -> "ALTER SCHEMA " + scene.name(own) + " RENAME TO " + fresh;
      case 5 ->
          "DROP SCHEMA "
              + dice.maybe(3, "IF EXISTS ")
              + (schema.name().equals("public") && !dice.once(5) ? fresh : scene.name(schema))
              + dice.maybe(3, " CASCADE");
      case 6, 7 ->
          "SET "
              + dice.maybe(3, "LOCAL ")
              + "search_path "
              + dice.of("TO ", "= ")
              + dice.of(
                  scene.name(schema),
                  scene.name(schema) + ", public",
                  "public",
                  "DEFAULT",
                  "public, " + fresh);
      case 8 ->
          "DROP EXTENSION "
              + dice.maybe(3, "IF EXISTS ")
              + scene.name(extension)
              + dice.maybe(4, " CASCADE");
      default ->
          "CREATE EXTENSION "
              + dice.maybe(2, "IF NOT EXISTS ")
              + dice.of("citext", "pg_trgm", "btree_gist", "pgcrypto", "\"uuid-ossp\"")
              + dice.maybe(6, " WITH SCHEMA " + scene.name(schema));
    };
  }
}
