package dev.ngdi.migration.schema.differential;

/** Comments, grants and owners. */
final class Notes implements Family {
  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    return switch (dice.below(3)) {
      case 0 ->
          "COMMENT ON "
              + commented(scene)
              + " IS "
              + dice.of("'a note'", "'it''s'", "NULL", "''", "E'two\\nlines'");
      case 1 -> granted(scene);
      default ->
          "ALTER "
              + owned(scene)
              + " OWNER TO "
              + dice.of(
                  "app_owner",
                  "app_owner",
                  "postgres",
                  "CURRENT_USER",
                  dice.once(6) ? "nobody" : "app_reader");
    };
  }

  private static String commented(Scene scene) {
    Dice dice = scene.dice();
    Thing table = scene.table();
    return switch (dice.below(13)) {
      case 0 -> "TABLE " + scene.qualified(table);
      case 1, 2 -> "COLUMN " + scene.qualified(table) + "." + scene.name(scene.column(table));
      case 3 -> "INDEX " + scene.qualified(scene.pick("index"));
      case 4 -> within(scene, "constraint");
      case 5 -> "SEQUENCE " + scene.qualified(scene.pick("sequence"));
      case 6 -> "TYPE " + scene.qualified(scene.pick("type"));
      case 7 -> "VIEW " + scene.qualified(scene.relation("v"));
      case 8 -> function(scene);
      case 9 -> within(scene, dice.of("trigger", "policy", "rule"));
      case 10 -> "SCHEMA " + scene.name(scene.pick("schema"));
      case 11 -> "MATERIALIZED VIEW " + scene.qualified(scene.relation("m"));
      default ->
          "DOMAIN "
              + scene.qualified(scene.pick(scene.known().all("type", t -> t.first().equals("d"))));
    };
  }

  private static String within(Scene scene, String kind) {
    Thing thing = scene.pick(kind);
    return kind.toUpperCase(java.util.Locale.ROOT)
        + " "
        + scene.name(thing)
        + " ON "
        + scene.owner(thing);
  }

  private static String function(Scene scene) {
    Thing routine = scene.pick("routine");
    return (routine.first().equals("p") ? "PROCEDURE " : "FUNCTION ")
        + scene.qualified(routine)
        + "("
        + routine.second()
        + ")";
  }

  private static String granted(Scene scene) {
    Dice dice = scene.dice();
    boolean grant = !dice.once(3);
    String to =
        (grant ? " TO " : " FROM ")
            + dice.of("app_reader", "app_owner", "PUBLIC", "app_reader, app_owner");
    Thing table = scene.relation("rpvm");
    String what =
        switch (dice.below(9)) {
          case 0 -> "USAGE ON SCHEMA " + scene.name(scene.pick("schema"));
          case 1 ->
              dice.of("USAGE", "SELECT, UPDATE", "ALL")
                  + " ON SEQUENCE "
                  + scene.qualified(scene.pick("sequence"));
          case 2 -> "EXECUTE ON " + function(scene);
          case 3 ->
              dice.of("SELECT", "INSERT")
                  + " ON ALL TABLES IN SCHEMA "
                  + scene.name(scene.pick("schema"));
          case 4 ->
              dice.of("SELECT", "UPDATE")
                  + " ("
                  + scene.columnList(table, 2)
                  + ") ON "
                  + scene.qualified(table);
          case 5 -> "USAGE ON TYPE " + scene.qualified(scene.pick("type"));
          default ->
              dice.of(
                      "SELECT",
                      "SELECT, INSERT",
                      "ALL",
                      "ALL PRIVILEGES",
                      "TRUNCATE, REFERENCES, TRIGGER",
                      "DELETE")
                  + dice.of(" ON ", " ON TABLE ")
                  + scene.qualified(table);
        };
    return (grant ? "GRANT " : "REVOKE ")
        + (grant ? "" : dice.maybe(6, "GRANT OPTION FOR "))
        + what
        + to
        + (grant && !to.contains("PUBLIC") ? dice.maybe(8, " WITH GRANT OPTION") : "")
        + (grant ? "" : dice.maybe(6, " CASCADE"));
  }

  private static String owned(Scene scene) {
    return switch (scene.dice().below(6)) {
      case 0 -> "SEQUENCE " + scene.qualified(scene.pick("sequence"));
      case 1 -> "VIEW " + scene.qualified(scene.relation("v"));
      case 2 -> "SCHEMA " + scene.name(scene.pick("schema"));
      case 3 -> "TYPE " + scene.qualified(scene.pick("type"));
      case 4 -> function(scene);
      default -> "TABLE " + scene.qualified(scene.table());
    };
  }
}
