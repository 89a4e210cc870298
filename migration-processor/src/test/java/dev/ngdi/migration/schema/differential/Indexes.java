package dev.ngdi.migration.schema.differential;

import java.util.ArrayList;
import java.util.List;

/** Indexes and extended statistics. */
final class Indexes implements Family {
  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    Thing index = scene.pick("index");
    return switch (dice.below(18)) {
      case 0 ->
          "ALTER INDEX "
              + dice.maybe(5, "IF EXISTS ")
              + scene.qualified(index)
              + " RENAME TO "
              + scene.fresh();
      case 1, 2 ->
          "DROP INDEX "
              + dice.maybe(5, "CONCURRENTLY ")
              + dice.maybe(4, "IF EXISTS ")
              + scene.qualified(index)
              + dice.maybe(6, " CASCADE");
      case 3 ->
          "ALTER INDEX "
              + scene.qualified(index)
              + dice.of(" SET (fillfactor = 60)", " RESET (fillfactor)", " SET (fillfactor = 50)");
      case 4 -> attach(scene);
      case 5 -> statistics(scene);
      case 6 ->
          "REINDEX INDEX "
              + scene.qualified(
                  scene.pick(scene.known().all("index", i -> i.info().get(2).equals("i"))));
      default -> create(scene);
    };
  }

  private static String create(Scene scene) {
    Dice dice = scene.dice();
    Thing table = scene.relation("rpm");
    boolean partitioned = table.first().equals("p");
    String name = dice.once(3) ? "" : dice.maybe(6, "IF NOT EXISTS ") + scene.fresh() + " ";
    String method = dice.once(4) ? dice.of("btree", "hash", "gin", "brin", "gist") : "";
    List<String> parts = new ArrayList<>();
    for (int i : scene.times(dice.of(1, 1, 2, 3))) {
      parts.add(part(scene, scene.column(table), method) + (i < 0 ? " " : ""));
    }
    return "CREATE "
        + dice.maybe(3, "UNIQUE ")
        + "INDEX "
        + (partitioned ? "" : dice.maybe(5, "CONCURRENTLY "))
        + name
        + "ON "
        + (partitioned ? dice.maybe(3, "ONLY ") : "")
        + scene.qualified(table)
        + (method.isEmpty() ? "" : " USING " + method)
        + " ("
        + Scene.commas(parts)
        + ")"
        + (method.isEmpty() ? dice.maybe(6, " INCLUDE (" + scene.columnList(table, 2) + ")") : "")
        + (scene.postgres() >= 15 && method.isEmpty() ? dice.maybe(12, " NULLS NOT DISTINCT") : "")
        + dice.maybe(12, " WITH (fillfactor = 70)")
        + dice.maybe(5, " WHERE " + scene.condition(scene.column(table)));
  }

  private static String part(Scene scene, Thing column, String method) {
    Dice dice = scene.dice();
    String what = dice.once(5) ? scene.expression(column) : scene.name(column);
    boolean text = Scene.family(column.first()).equals("text");
    if (method.equals("gin")) {
      return what + (text ? dice.of(" gin_trgm_ops", "") : "");
    }
    return what
        + (text && method.isEmpty() ? dice.maybe(8, " COLLATE \"C\"") : "")
        + (column.first().equals("text") && method.isEmpty()
            ? dice.maybe(8, dice.of(" text_pattern_ops", " text_ops"))
            : "")
        + (method.isEmpty()
            ? dice.of("", "", "", "", " DESC", " ASC", " DESC NULLS LAST", " NULLS FIRST")
            : "");
  }

  private static String attach(Scene scene) {
    Thing parent = scene.pick(scene.known().all("index", i -> i.info().get(2).equals("I")));
    List<Thing> children =
        scene
            .known()
            .all(
                "inherits", i -> i.name().equals(parent.on()) && i.first().equals(parent.schema()));
    Thing child =
        scene.pick(
            scene
                .known()
                .all(
                    "index",
                    i ->
                        children.stream()
                            .anyMatch(
                                c -> c.on().equals(i.on()) && c.schema().equals(i.schema()))));
    return "ALTER INDEX " + scene.qualified(parent) + " ATTACH PARTITION " + scene.qualified(child);
  }

  private static String statistics(Scene scene) {
    Dice dice = scene.dice();
    Thing table = scene.table();
    Thing known = scene.pick("statistics");
    return switch (dice.below(8)) {
      case 0 -> "DROP STATISTICS " + dice.maybe(3, "IF EXISTS ") + scene.qualified(known);
      case 1 ->
          "ALTER STATISTICS "
              + scene.qualified(known)
              + dice.of(
                  " SET STATISTICS 200",
                  " RENAME TO " + scene.fresh(),
                  " SET SCHEMA " + scene.name(scene.pick("schema")));
      default ->
          "CREATE STATISTICS "
              + dice.maybe(6, "IF NOT EXISTS ")
              + scene.fresh()
              + dice.maybe(4, dice.of(" (ndistinct)", " (dependencies, mcv)"))
              + " ON "
              + scene.columnList(table, 3)
              + " FROM "
              + scene.qualified(table);
    };
  }
}
