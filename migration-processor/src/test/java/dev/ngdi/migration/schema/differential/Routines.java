package dev.ngdi.migration.schema.differential;

/** Functions, procedures and triggers. */
final class Routines implements Family {
  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    Thing routine = scene.pick(scene.known().all("routine", r -> "fp".contains(r.first())));
    String word = routine.first().equals("p") ? "PROCEDURE " : "FUNCTION ";
    if (dice.once(10)) {
      word = "ROUTINE ";
    }
    String signature =
        scene.qualified(routine) + (dice.once(6) ? "" : "(" + routine.second() + ")");
    return switch (dice.below(16)) {
      case 0, 1, 2 -> create(scene, scene.freshQualified());
      case 3 -> create(scene, scene.qualified(routine));
      case 4, 5 ->
          "CREATE "
              + dice.maybe(3, "OR REPLACE ")
              + "FUNCTION "
              + scene.fresh()
              + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$";
      case 6 ->
          "DROP " + word + dice.maybe(4, "IF EXISTS ") + signature + dice.maybe(4, " CASCADE");
      case 7 ->
          "ALTER "
              + word
              + signature
              + dice.of(
                  " RENAME TO " + scene.fresh(),
                  " SET SCHEMA " + scene.name(scene.pick("schema")),
                  " OWNER TO app_owner");
      case 8 ->
          "ALTER "
              + word
              + signature
              + dice.of(
                  " IMMUTABLE",
                  " STRICT",
                  " SECURITY DEFINER",
                  " SET search_path = public",
                  " COST 50",
                  " RESET ALL",
                  " VOLATILE CALLED ON NULL INPUT");
      case 9 -> alterTrigger(scene);
      default -> trigger(scene);
    };
  }

  private static String create(Scene scene, String name) {
    Dice dice = scene.dice();
    String begin = "CREATE " + dice.maybe(2, "OR REPLACE ");
    if (dice.once(6)) {
      return begin
          + "PROCEDURE "
          + name
          + "("
          + arguments(scene)
          + ") LANGUAGE plpgsql AS $$ BEGIN NULL; END $$";
    }
    String type = dice.of("integer", "text", "boolean", "void", scene.type());
    String attributes =
        dice.of(
            "",
            " IMMUTABLE",
            " STABLE STRICT",
            " SECURITY DEFINER",
            " PARALLEL SAFE",
            " SET search_path = public",
            " COST 10");
    return switch (dice.below(9)) {
      case 0 ->
          begin
              + "FUNCTION "
              + name
              + "(x integer) RETURNS integer LANGUAGE sql"
              + attributes
              + " RETURN x + 1";
      case 1 ->
          begin
              + "FUNCTION "
              + name
              + "("
              + arguments(scene)
              + ") RETURNS TABLE (k integer, v text) LANGUAGE plpgsql"
              + attributes
              + " AS $$ BEGIN END $$";
      case 2 ->
          begin
              + "FUNCTION "
              + name
              + "("
              + dice.of("a integer, ", "")
              + "OUT r integer, OUT s text) LANGUAGE plpgsql AS $$ BEGIN END $$";
      case 3 ->
          begin
              + "FUNCTION "
              + name
              + "(VARIADIC xs integer[]) RETURNS integer LANGUAGE sql AS 'SELECT 1'";
      case 4 ->
          begin
              + "FUNCTION "
              + name
              + "() RETURNS SETOF "
              + scene.qualified(scene.table())
              + " LANGUAGE plpgsql AS $$ BEGIN END $$";
      case 5 ->
          begin
              + "FUNCTION "
              + name
              + "() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM "
              + scene.qualified(scene.table())
              + "; END";
      default ->
          begin
              + "FUNCTION "
              + name
              + "("
              + arguments(scene)
              + ") RETURNS "
              + type
              + " LANGUAGE plpgsql"
              + attributes
              + " AS $$ BEGIN RETURN NULL; END $$";
    };
  }

  private static String arguments(Scene scene) {
    Dice dice = scene.dice();
    return switch (dice.below(6)) {
      case 0, 1 -> "";
      case 2 -> dice.of("integer", "text", scene.type());
      case 3 -> "x " + dice.of("integer", "text");
      case 4 -> "x " + scene.type() + ", y integer DEFAULT 5";
      default -> "p text, q " + scene.type();
    };
  }

  private static String trigger(Scene scene) {
    Dice dice = scene.dice();
    Thing function =
        scene.pick(
            scene
                .known()
                .all("routine", r -> r.info().size() > 3 && r.info().get(3).equals("trigger")));
    Thing table = scene.relation("rpv");
    boolean view = table.first().equals("v");
    Thing column = scene.column(table);
    String execute =
        " EXECUTE "
            + dice.of("FUNCTION ", "FUNCTION ", "PROCEDURE ")
            + scene.qualified(function)
            + "("
            + dice.maybe(6, "'arg', 2")
            + ")";
    String name = scene.fresh();
    if (view && !dice.once(8)) {
      return "CREATE TRIGGER "
          + name
          + " INSTEAD OF "
          + dice.of("INSERT", "UPDATE OR DELETE")
          + " ON "
          + scene.qualified(table)
          + " FOR EACH ROW"
          + execute;
    }
    return switch (dice.below(8)) {
      case 0 ->
          "CREATE CONSTRAINT TRIGGER "
              + name
              + " AFTER INSERT ON "
              + scene.qualified(table)
              + Constraints.when(dice)
              + " FOR EACH ROW"
              + execute;
      case 1 ->
          "CREATE TRIGGER "
              + name
              + " AFTER UPDATE ON "
              + scene.qualified(table)
              + " REFERENCING NEW TABLE AS nt OLD TABLE AS ot FOR EACH STATEMENT"
              + execute;
      case 2 ->
          "CREATE TRIGGER "
              + name
              + " BEFORE UPDATE OF "
              + scene.name(column)
              + " ON "
              + scene.qualified(table)
              + " FOR EACH ROW WHEN (OLD."
              + scene.name(column)
              + " IS DISTINCT FROM NEW."
              + scene.name(column)
              + ")"
              + execute;
      case 3 ->
          "CREATE OR REPLACE TRIGGER "
              + name
              + " BEFORE INSERT OR UPDATE ON "
              + scene.qualified(table)
              + " FOR EACH ROW"
              + execute;
      case 4 -> "CREATE TRIGGER " + name + " AFTER TRUNCATE ON " + scene.qualified(table) + execute;
      default ->
          "CREATE TRIGGER "
              + name
              + dice.of(
                  " BEFORE INSERT",
                  " AFTER DELETE",
                  " AFTER INSERT OR UPDATE OF " + scene.name(column))
              + " ON "
              + scene.qualified(table)
              + dice.of(" FOR EACH ROW", " FOR EACH STATEMENT", "", " FOR ROW")
              + execute;
    };
  }

  private static String alterTrigger(Scene scene) {
    Thing trigger = scene.pick("trigger");
    return scene.dice().once(2)
        ? "DROP TRIGGER "
            + scene.dice().maybe(4, "IF EXISTS ")
            + scene.name(trigger)
            + " ON "
            + scene.owner(trigger)
        : "ALTER TRIGGER "
            + scene.name(trigger)
            + " ON "
            + scene.owner(trigger)
            + " RENAME TO "
            + scene.fresh();
  }
}
