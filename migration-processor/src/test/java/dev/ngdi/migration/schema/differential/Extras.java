package dev.ngdi.migration.schema.differential;

/** What few databases have: collations, publications, foreign tables, aggregates and the like. */
final class Extras implements Family {
  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    return switch (dice.below(12)) {
      case 0, 1 -> collation(scene);
      case 2, 3 -> range(scene);
      case 4 -> aggregate(scene);
      case 5, 6 -> publication(scene);
      case 7, 8, 9, 10 -> foreign(scene);
      default -> textSearch(scene);
    };
  }

  private static String collation(Scene scene) {
    Dice dice = scene.dice();
    Thing collation = scene.pick("collation");
    Thing table = scene.table();
    return switch (dice.below(7)) {
      case 0 -> "DROP COLLATION " + ifExists(dice) + scene.qualified(collation) + cascade(dice);
      case 1 -> "ALTER COLLATION " + scene.qualified(collation) + " RENAME TO " + scene.fresh();
      case 2, 3 ->
          "ALTER TABLE "
              + scene.qualified(table)
              + " ADD COLUMN "
              + scene.freshColumn()
              + " text COLLATE "
              + scene.qualified(collation);
      case 4 ->
          "CREATE INDEX ON "
              + scene.qualified(table)
              + " ("
              + scene.name(scene.column(table))
              + " COLLATE "
              + scene.qualified(collation)
              + ")";
      default ->
          "CREATE COLLATION "
              + dice.maybe(5, "IF NOT EXISTS ")
              + scene.fresh()
              + dice.of(" FROM \"C\"", " (lc_collate = 'C', lc_ctype = 'C')");
    };
  }

  private static String range(Scene scene) {
    Dice dice = scene.dice();
    Thing type = scene.pick(scene.known().all("type", t -> t.first().equals("r")));
    return switch (dice.below(6)) {
      case 0 -> "DROP TYPE " + ifExists(dice) + scene.qualified(type) + cascade(dice);
      case 1 -> "ALTER TYPE " + scene.qualified(type) + " RENAME TO " + scene.fresh();
      case 2, 3 ->
          "ALTER TABLE "
              + scene.qualified(scene.table())
              + " ADD COLUMN "
              + scene.freshColumn()
              + " "
              + scene.qualified(type);
      default ->
          "CREATE TYPE "
              + scene.freshQualified()
              + " AS RANGE (subtype = "
              + dice.of("int", "text", "date", "float8, subtype_diff = float8mi")
              + dice.maybe(4, ", multirange_type_name = multi" + dice.below(9))
              + ")";
    };
  }

  private static String aggregate(Scene scene) {
    Dice dice = scene.dice();
    Thing aggregate = scene.pick(scene.known().all("routine", r -> r.first().equals("a")));
    String types = aggregate.second().isEmpty() ? "integer" : aggregate.second();
    String named = scene.qualified(aggregate) + "(" + types + ")";
    return switch (dice.below(5)) {
      case 0 -> "DROP AGGREGATE " + ifExists(dice) + named + cascade(dice);
      case 1 -> "ALTER AGGREGATE " + named + " RENAME TO " + scene.fresh();
      case 2 -> "COMMENT ON AGGREGATE " + named + " IS 'a sum'";
      default ->
          "CREATE "
              + dice.maybe(3, "OR REPLACE ")
              + "AGGREGATE "
              + scene.freshQualified()
              + dice.of(
                  "(integer) (sfunc = int4pl, stype = integer, initcond = '0')",
                  "(text) (sfunc = textcat, stype = text)");
    };
  }

  private static String publication(Scene scene) {
    Dice dice = scene.dice();
    Thing publication = scene.pick("publication");
    return switch (dice.below(5)) {
      case 0 -> "DROP PUBLICATION " + ifExists(dice) + scene.name(publication);
      case 1 -> "ALTER PUBLICATION " + scene.name(publication) + " RENAME TO " + scene.fresh();
      default ->
          "CREATE PUBLICATION "
              + scene.fresh()
              + dice.of("", " FOR ALL TABLES")
              + dice.maybe(5, " WITH (publish = 'insert')");
    };
  }

  private static String foreign(Scene scene) {
    Dice dice = scene.dice();
    Thing wrapper = scene.pick("foreign data wrapper");
    Thing server = scene.pick("server");
    Thing table = scene.pick(scene.known().relations("f"));
    return switch (dice.below(12)) {
      case 0 -> "DROP FOREIGN DATA WRAPPER " + ifExists(dice) + scene.name(wrapper) + cascade(dice);
      case 1 -> "DROP SERVER " + ifExists(dice) + scene.name(server) + cascade(dice);
      case 2 -> "DROP FOREIGN TABLE " + ifExists(dice) + scene.qualified(table) + cascade(dice);
      case 3 -> "DROP SERVER IF EXISTS " + scene.fresh();
      case 4 ->
          "ALTER FOREIGN TABLE "
              + scene.qualified(table)
              + dice.of(
                  " ADD COLUMN " + scene.freshColumn() + " " + scene.type(),
                  " DROP COLUMN " + scene.name(scene.column(table)),
                  " RENAME TO " + scene.fresh());
      case 5, 6 -> "CREATE FOREIGN DATA WRAPPER " + scene.fresh();
      case 7, 8 ->
          "CREATE SERVER " + scene.fresh() + " FOREIGN DATA WRAPPER " + scene.name(wrapper);
      default ->
          "CREATE FOREIGN TABLE "
              + scene.freshQualified()
              + " ("
              + scene.freshColumn()
              + " int"
              + dice.maybe(3, " NOT NULL")
              + ", extra text) SERVER "
              + scene.name(server);
    };
  }

  private static String textSearch(Scene scene) {
    Dice dice = scene.dice();
    Thing configuration = scene.pick("text search configuration");
    return switch (dice.below(5)) {
      case 0 -> "DROP TEXT SEARCH CONFIGURATION " + ifExists(dice) + scene.qualified(configuration);
      case 1 ->
          "ALTER TEXT SEARCH CONFIGURATION "
              + scene.qualified(configuration)
              + " RENAME TO "
              + scene.fresh();
      default -> "CREATE TEXT SEARCH CONFIGURATION " + scene.freshQualified() + " (COPY = simple)";
    };
  }

  private static String ifExists(Dice dice) {
    return dice.maybe(4, "IF EXISTS ");
  }

  private static String cascade(Dice dice) {
    return dice.maybe(4, " CASCADE");
  }
}
