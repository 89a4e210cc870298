package dev.ngdi.migration.schema.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Keys of several columns, and foreign keys that refer to them. */
final class Keys implements Family {
  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    List<Thing> keys =
        scene.known().all("constraint", c -> "pu".contains(c.first()) && c.second().contains(","));
    if (keys.isEmpty() || dice.once(4)) {
      return dice.once(2) ? keyed(scene) : addedKey(scene);
    }
    Thing key = dice.of(keys);
    return dice.once(2) ? referring(scene, key) : addedReference(scene, key);
  }

  /** A table with a key of several columns. */
  private static String keyed(Scene scene) {
    Dice dice = scene.dice();
    List<String> columns = scene.freshColumns(4);
    List<String> elements = new ArrayList<>();
    for (String column : columns) {
      elements.add(column + " " + dice.of("int", "int", "bigint", "text", "uuid"));
    }
    String names = Scene.commas(dice.some(columns, 3));
    elements.add(
        Constraints.named(scene).strip() + dice.of(" PRIMARY KEY (", " UNIQUE (") + names + ")");
    if (dice.once(4)) {
      elements.add("UNIQUE (" + Scene.commas(dice.some(columns, 3)) + ")" + Constraints.when(dice));
    }
    return Tables.create(scene) + " (" + Scene.commas(elements) + ")";
  }

  private static String addedKey(Scene scene) {
    Dice dice = scene.dice();
    Thing table = scene.table();
    String columns = scene.columnList(table, 3);
    return dice.once(4)
        ? "CREATE UNIQUE INDEX ON " + scene.qualified(table) + " (" + columns + ")"
        : "ALTER TABLE "
            + scene.qualified(table)
            + " ADD"
            + Constraints.named(scene)
            + dice.of(" PRIMARY KEY (", " UNIQUE (", " UNIQUE (")
            + columns
            + ")"
            + Constraints.when(dice);
  }

  /** A table whose columns refer to a key. */
  private static String referring(Scene scene, Thing key) {
    Dice dice = scene.dice();
    List<String> referred = columns(key);
    List<String> own = new ArrayList<>();
    List<String> elements = new ArrayList<>();
    for (String column : referred) {
      String name = scene.spelled(dice.of("to_", "r_") + column.replaceAll("\\W", "_"));
      own.add(name);
      elements.add(
          name + " " + typeOf(scene, key, column).orElse("int") + dice.maybe(4, " NOT NULL"));
    }
    elements.add(Constraints.named(scene).strip() + " " + reference(scene, own, key, referred));
    if (dice.once(4)) {
      elements.add("PRIMARY KEY (" + Scene.commas(own) + ")");
    }
    return Tables.create(scene) + " (" + Scene.commas(elements) + ")";
  }

  /** A reference from the columns of a table that have the types of a key, as far as there are. */
  private static String addedReference(Scene scene, Thing key) {
    Dice dice = scene.dice();
    List<Thing> tables = scene.known().relations("rp");
    Thing table = dice.of(tables);
    for (int tries = 0; tries < 4 && fitting(scene, table, key).isEmpty(); tries++) {
      table = dice.of(tables);
    }
    List<String> own =
        fitting(scene, table, key)
            .orElseGet(() -> columns(key).stream().map(c -> "absent").toList());
    return "ALTER TABLE "
        + scene.qualified(table)
        + " ADD"
        + Constraints.named(scene)
        + " "
        + reference(scene, own, key, columns(key))
        + dice.maybe(6, " NOT VALID");
  }

  private static Optional<List<String>> fitting(Scene scene, Thing table, Thing key) {
    List<Thing> left = new ArrayList<>(scene.known().columns(table));
    List<String> own = new ArrayList<>();
    for (String column : columns(key)) {
      Optional<String> type = typeOf(scene, key, column);
      Optional<Thing> same =
          left.stream().filter(c -> type.filter(c.first()::equals).isPresent()).findFirst();
      if (same.isEmpty()) {
        return Optional.empty();
      }
      left.remove(same.get());
      own.add(scene.name(same.get()));
    }
    return Optional.of(own);
  }

  private static List<String> columns(Thing key) {
    return List.of(key.second().split(",", -1));
  }

  private static Optional<String> typeOf(Scene scene, Thing key, String column) {
    return scene.known().columns(scene.relationOf(key)).stream()
        .filter(c -> c.name().equals(column))
        .map(Thing::first)
        .findFirst();
  }

  private static String reference(Scene scene, List<String> own, Thing key, List<String> referred) {
    Dice dice = scene.dice();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      order.add(i);
    }
    boolean named = key.first().equals("u") || dice.once(2);
    if (named && dice.once(2)) {
      Collections.rotate(order, 1);
    }
    List<String> from = order.stream().map(own::get).toList();
    List<String> to = order.stream().map(referred::get).map(scene::spelled).toList();
    return "FOREIGN KEY ("
        + Scene.commas(from)
        + ") REFERENCES "
        + scene.owner(key)
        + (named ? " (" + Scene.commas(dice.once(15) ? to.subList(1, to.size()) : to) + ")" : "")
        + dice.maybe(5, dice.of(" MATCH FULL", " MATCH SIMPLE"))
        + onDelete(scene, from)
        + dice.maybe(5, dice.of(" ON UPDATE CASCADE", " ON UPDATE SET NULL"))
        + Constraints.when(dice);
  }

  private static String onDelete(Scene scene, List<String> from) {
    Dice dice = scene.dice();
    String some =
        scene.postgres() >= 15 ? " (" + Scene.commas(dice.some(from, from.size())) + ")" : "";
    return dice.maybe(
        2,
        dice.of(
            " ON DELETE CASCADE",
            " ON DELETE RESTRICT",
            " ON DELETE SET NULL",
            " ON DELETE SET NULL" + some,
            " ON DELETE SET DEFAULT" + some));
  }
}
