package dev.ngdi.migration.schema.differential;

import java.util.List;

/** Statements about rows that touch none. */
final class Rows implements Family {
  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    Thing table = scene.relation("rp");
    List<Thing> columns = scene.known().columns(table);
    if (columns.isEmpty()) {
      return "DELETE FROM " + scene.qualified(table);
    }
    Thing column = dice.of(columns);
    return switch (dice.below(7)) {
      case 0 ->
          "INSERT INTO "
              + scene.qualified(table)
              + " ("
              + scene.name(column)
              + ") SELECT "
              + scene.name(column)
              + " FROM "
              + scene.qualified(table)
              + " WHERE "
              + scene.condition(column);
      case 1 -> "DELETE FROM " + scene.qualified(table) + " WHERE " + scene.condition(column);
      case 2 ->
          "UPDATE "
              + scene.qualified(table)
              + " x SET "
              + scene.name(column)
              + " = DEFAULT WHERE x."
              + scene.name(column)
              + " IS NULL";
      case 3 -> Views.query(scene);
      case 4 ->
          "WITH old AS (DELETE FROM "
              + scene.qualified(table)
              + " RETURNING "
              + scene.name(column)
              + ") SELECT count(*) FROM old";
      default ->
          "UPDATE "
              + scene.qualified(table)
              + " SET "
              + scene.name(column)
              + " = "
              + scene.name(column)
              + dice.maybe(2, " WHERE " + scene.condition(scene.column(table)));
    };
  }
}
