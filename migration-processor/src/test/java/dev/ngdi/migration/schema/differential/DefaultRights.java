package dev.ngdi.migration.schema.differential;

/** Rights on what is made later, and the things that then get them. */
final class DefaultRights implements Family {
  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    return switch (dice.below(6)) {
      case 0 -> "CREATE TABLE " + scene.freshQualified() + " (id serial, n int)";
      case 1 ->
          "CREATE FUNCTION "
              + scene.freshQualified()
              + "(x int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN x; END $$";
      default -> changed(scene);
    };
  }

  private static String changed(Scene scene) {
    Dice dice = scene.dice();
    boolean grant = !dice.once(3);
    String in =
        dice.once(2)
            ? " IN SCHEMA " + (dice.once(2) ? "public" : scene.name(scene.pick("schema")))
            : "";
    String to = dice.of("app_reader", "app_owner", "PUBLIC", "app_reader, app_owner");
    return "ALTER DEFAULT PRIVILEGES"
        + dice.maybe(12, " FOR ROLE app_owner")
        + in
        + (grant ? " GRANT " : " REVOKE ")
        + (grant ? "" : dice.maybe(6, "GRANT OPTION FOR "))
        + privileges(dice)
        + (grant ? " TO " : " FROM ")
        + to
        + (grant && !to.equals("PUBLIC") ? dice.maybe(8, " WITH GRANT OPTION") : "");
  }

  private static String privileges(Dice dice) {
    return switch (dice.below(12)) {
      case 0, 1, 2, 3 ->
          dice.of("SELECT", "SELECT, INSERT", "ALL", "ALL PRIVILEGES", "DELETE, TRUNCATE")
              + " ON TABLES";
      case 4, 5 -> dice.of("USAGE", "USAGE, SELECT", "ALL") + " ON SEQUENCES";
      case 6, 7, 8 -> dice.of("EXECUTE", "ALL") + dice.of(" ON FUNCTIONS", " ON ROUTINES");
      case 9 -> dice.of("USAGE", "CREATE", "ALL") + " ON SCHEMAS";
      case 10 -> dice.of("EXECUTE ON TABLES", "SELECT ON FUNCTIONS", "USAGE ON TABLES");
      default -> dice.of("USAGE", "ALL") + " ON TYPES";
    };
  }
}
