package dev.ngdi.migration.schema.differential;

/** Views and materialized views. */
final class Views implements Family {
  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    Thing view = scene.relation("v");
    Thing matview = scene.relation("m");
    return switch (dice.below(16)) {
      case 0, 1 ->
          "CREATE MATERIALIZED VIEW "
              + dice.maybe(4, "IF NOT EXISTS ")
              + scene.freshQualified()
              + " AS "
              + query(scene)
              + dice.maybe(3, " WITH NO DATA");
      case 2 ->
          "CREATE OR REPLACE VIEW "
              + (dice.once(2) ? scene.qualified(view) : scene.fresh())
              + " AS "
              + query(scene);
      case 3 ->
          "ALTER VIEW "
              + dice.maybe(5, "IF EXISTS ")
              + scene.qualified(view)
              + " RENAME TO "
              + scene.fresh();
      case 4 ->
          dice.of("ALTER VIEW ", "ALTER TABLE ")
              + scene.qualified(view)
              + " RENAME "
              + dice.maybe(2, "COLUMN ")
              + scene.name(scene.column(view))
              + " TO "
              + scene.freshColumn();
      case 5 ->
          "ALTER VIEW "
              + scene.qualified(view)
              + " ALTER COLUMN "
              + scene.name(scene.column(view))
              + dice.of(" SET DEFAULT NULL", " DROP DEFAULT");
      case 6 ->
          "ALTER VIEW "
              + scene.qualified(view)
              + dice.of(" SET (security_barrier = true)", " RESET (security_barrier)");
      case 7 ->
          "ALTER MATERIALIZED VIEW " + scene.qualified(matview) + " RENAME TO " + scene.fresh();
      case 8 -> "REFRESH MATERIALIZED VIEW " + scene.qualified(matview);
      case 9 ->
          "DROP MATERIALIZED VIEW "
              + dice.maybe(3, "IF EXISTS ")
              + scene.qualified(matview)
              + dice.maybe(3, " CASCADE");
      case 10 ->
          "DROP VIEW "
              + dice.maybe(3, "IF EXISTS ")
              + scene.qualified(view)
              + dice.maybe(3, " CASCADE");
      case 11 ->
          "CREATE VIEW "
              + scene.fresh()
              + dice.of(
                  "",
                  " WITH (security_barrier)",
                  scene.postgres() >= 15 ? " WITH (security_invoker = true)" : "")
              + " AS SELECT "
              + scene.columnList(scene.table(), 1)
              + " FROM "
              + scene.qualified(scene.table());
      case 12 -> {
        Thing table = scene.table();
        yield "CREATE VIEW "
            + scene.fresh()
            + " AS SELECT "
            + scene.columnList(table, 3)
            + " FROM "
            + scene.qualified(table)
            + " WITH "
            + dice.of("", "LOCAL ", "CASCADED ")
            + "CHECK OPTION";
      }
      default ->
          "CREATE "
              + dice.maybe(6, "OR REPLACE ")
              + dice.maybe(20, "TEMP ")
              + "VIEW "
              + scene.freshQualified()
              + dice.maybe(8, " (one)")
              + " AS "
              + query(scene);
    };
  }

  /** A query over what there is. */
  static String query(Scene scene) {
    Dice dice = scene.dice();
    Thing from = scene.relation("rpvm");
    Thing other = scene.relation("rpvm");
    Thing column = scene.column(from);
    String source = scene.qualified(from);
    return switch (dice.below(16)) {
      case 0 -> "SELECT 1 AS one" + dice.maybe(2, ", 'x'::text AS two");
      case 1 -> "SELECT * FROM " + source;
      case 2 ->
          "SELECT x."
              + scene.name(column)
              + ", y."
              + scene.name(scene.column(other))
              + " AS other FROM "
              + source
              + dice.of(" x JOIN ", " AS x LEFT JOIN ")
              + scene.qualified(other)
              + " y ON "
              + dice.of("true", "x.* IS NOT NULL");
      case 3 -> "SELECT count(*) AS n FROM " + source;
      case 4 ->
          "SELECT "
              + scene.name(column)
              + ", count(*) FROM "
              + source
              + " GROUP BY "
              + dice.of("1", scene.name(column))
              + dice.maybe(2, " ORDER BY 2");
      case 5 -> "SELECT " + scene.expression(column) + " AS e FROM " + source;
      case 6 ->
          "SELECT "
              + scene.name(column)
              + " FROM "
              + source
              + " UNION ALL SELECT "
              + scene.name(column)
              + " FROM "
              + source;
      case 7 -> "WITH w AS (SELECT * FROM " + source + ") SELECT " + scene.name(column) + " FROM w";
      case 8 -> "SELECT s.* FROM (SELECT " + scene.columnList(from, 2) + " FROM " + source + ") s";
      case 9 ->
          "SELECT "
              + scene.name(column)
              + "::text AS txt FROM "
              + source
              + " WHERE EXISTS (SELECT FROM "
              + scene.qualified(other)
              + ")";
      case 10 ->
          "SELECT "
              + scene.columnList(from, 3)
              + " FROM "
              + source
              + " WHERE "
              + scene.condition(column);
      case 11 -> "SELECT " + scene.expression(column) + " FROM " + source;
      case 12 -> "VALUES (1, 'a'), (2, 'b')";
      case 13 -> "SELECT t FROM " + source + " t";
      default -> "SELECT " + scene.columnList(from, 4) + " FROM " + source;
    };
  }
}
