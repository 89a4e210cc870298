package dev.ngdi.migration.schema.differential;

/** Sequences. */
final class Sequences implements Family {
  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    Thing sequence = scene.pick("sequence");
    String begin = "ALTER SEQUENCE " + dice.maybe(6, "IF EXISTS ") + scene.qualified(sequence);
    return switch (dice.below(10)) {
      case 0 -> begin + " RENAME TO " + scene.fresh();
      case 1 -> begin + " SET SCHEMA " + scene.name(scene.pick("schema"));
      case 2 -> begin + owned(scene);
      case 3 ->
          begin
              + dice.of(
                  " INCREMENT BY 4",
                  " AS integer",
                  " AS bigint",
                  " CYCLE",
                  " MAXVALUE 1000",
                  " NO MAXVALUE",
                  " RESTART",
                  " CACHE 5",
                  " RESTART WITH 3",
                  " MINVALUE 0");
      case 4, 5 ->
          "DROP SEQUENCE "
              + dice.maybe(4, "IF EXISTS ")
              + scene.qualified(sequence)
              + dice.maybe(3, " CASCADE");
      default ->
          "CREATE "
              + dice.maybe(20, "TEMP ")
              + "SEQUENCE "
              + dice.maybe(5, "IF NOT EXISTS ")
              + scene.freshQualified()
              + dice.maybe(4, dice.of(" AS integer", " AS smallint", " AS bigint"))
              + dice.maybe(
                  4,
                  dice.of(
                      " INCREMENT BY 2",
                      " INCREMENT -1",
                      " START WITH 5",
                      " MINVALUE 3",
                      " MAXVALUE 99 CYCLE",
                      " CACHE 10"))
              + dice.maybe(4, owned(scene));
    };
  }

  private static String owned(Scene scene) {
    Thing table = scene.table();
    return scene.dice().once(4)
        ? " OWNED BY NONE"
        : " OWNED BY " + scene.qualified(table) + "." + scene.name(scene.column(table));
  }
}
