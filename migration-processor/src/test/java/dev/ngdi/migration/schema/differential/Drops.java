package dev.ngdi.migration.schema.differential;

/** {@code DROP TABLE} and the other statements that touch several objects. */
final class Drops implements Family {
  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    Thing table = scene.table();
    return switch (dice.below(6)) {
      case 0 ->
          "DROP TABLE "
              + scene.qualified(table)
              + ", "
              + scene.qualified(scene.table())
              + dice.maybe(3, " CASCADE");
      case 1 -> "DROP TABLE IF EXISTS " + scene.fresh();
      case 2 -> "TRUNCATE " + scene.qualified(table) + dice.maybe(4, " CASCADE");
      default ->
          "DROP TABLE "
              + dice.maybe(3, "IF EXISTS ")
              + scene.qualified(table)
              + dice.of("", "", " CASCADE", " RESTRICT");
    };
  }
}
