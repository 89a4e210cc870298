package dev.ngdi.migration.schema.differential;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Constraints of columns and tables. */
final class Constraints {
  private static final Map<String, String> TYPES =
      Map.of(
          "int",
          "integer",
          "int4",
          "integer",
          "serial",
          "integer",
          "bigserial",
          "bigint",
          "bool",
          "boolean",
          "varchar(40)",
          "character varying(40)");

  private Constraints() {}

  /** What follows a column's type. */
  static String ofColumn(Scene scene, String type) {
    Dice dice = scene.dice();
    StringBuilder sql = new StringBuilder();
    if (Scene.family(type).equals("text") && dice.once(8)) {
      sql.append(" COLLATE \"C\"");
    }
    if (type.endsWith("serial") && !dice.once(10)) {
      return dice.of("", " PRIMARY KEY", " NOT NULL", " UNIQUE");
    }
    switch (dice.below(14)) {
      case 0, 1 -> sql.append(" DEFAULT ").append(scene.value(type));
      case 2 -> sql.append(" DEFAULT ").append(scene.value(type)).append(" NOT NULL");
      case 3, 4 -> sql.append(named(scene)).append(" NOT NULL");
      case 5 -> sql.append(named(scene)).append(" UNIQUE").append(nulls(scene)).append(when(dice));
      case 6 -> sql.append(named(scene)).append(" PRIMARY KEY");
      case 7 -> sql.append(identity(scene, type));
      case 8 ->
          referable(scene, type)
              .ifPresent(
                  key ->
                      sql.append(reference(scene, key)).append(when(dice)).append(enforced(scene)));
      case 9 ->
          sql.append(
              dice.of(
                  " NOT NULL DEFAULT NULL",
                  type.endsWith("serial") ? "" : " NULL",
                  dice.maybe(5, " NOT NULL NULL")));
      default -> sql.append("");
    }
    return sql.toString();
  }

  private static String identity(Scene scene, String type) {
    Dice dice = scene.dice();
    return type.matches("int|integer|bigint|smallint|int[248]") || dice.once(30)
        ? " GENERATED "
            + dice.of("ALWAYS", "BY DEFAULT")
            + " AS IDENTITY"
            + dice.maybe(3, " (START WITH 10 INCREMENT BY 5)")
            + dice.maybe(12, " PRIMARY KEY")
        : " NOT NULL";
  }

  static String named(Scene scene) {
    return scene.dice().once(4) ? " CONSTRAINT " + scene.fresh() : "";
  }

  private static String nulls(Scene scene) {
    return scene.postgres() >= 15 ? scene.dice().maybe(6, " NULLS NOT DISTINCT") : "";
  }

  static String when(Dice dice) {
    return dice.once(6)
        ? dice.of(
            " DEFERRABLE",
            " DEFERRABLE INITIALLY DEFERRED",
            " NOT DEFERRABLE",
            " INITIALLY DEFERRED")
        : "";
  }

  private static String enforced(Scene scene) {
    return scene.postgres() >= 18 ? scene.dice().maybe(10, " NOT ENFORCED") : "";
  }

  /** A key that a column of a type can refer to; seldom another one. */
  private static Optional<Thing> referable(Scene scene, String type) {
    List<Thing> keys =
        scene.known().all("constraint", c -> "pu".contains(c.first())).stream()
            .filter(
                c ->
                    scene.dice().once(10)
                        || keyType(scene, c).equals(TYPES.getOrDefault(type, type)))
            .toList();
    return keys.isEmpty() ? Optional.empty() : Optional.of(scene.dice().of(keys));
  }

  private static String keyType(Scene scene, Thing key) {
    return scene.known().columns(scene.relationOf(key)).stream()
        .filter(c -> c.name().equals(key.second()))
        .map(Thing::first)
        .findFirst()
        .orElse("");
  }

  private static String actions(Dice dice) {
    return dice.maybe(10, " MATCH FULL")
        + dice.maybe(
            3,
            dice.of(
                " ON DELETE CASCADE",
                " ON DELETE SET NULL",
                " ON DELETE RESTRICT",
                " ON DELETE NO ACTION",
                " ON DELETE SET DEFAULT"))
        + dice.maybe(6, dice.of(" ON UPDATE CASCADE", " ON UPDATE RESTRICT"));
  }

  /** A primary key or unique constraint of so many columns. */
  static Thing key(Scene scene, int columns) {
    return scene.pick(
        scene
            .known()
            .all(
                "constraint",
                c -> "pu".contains(c.first()) && c.second().split(",").length == columns));
  }

  /** A constraint of a table that is there. */
  static String ofTable(Scene scene, Thing table) {
    Dice dice = scene.dice();
    Thing column = scene.column(table);
    String name = named(scene).stripLeading();
    String begin = name.isEmpty() ? "" : name + " ";
    return begin
        + switch (dice.below(postgres18(scene) ? 8 : 7)) {
          case 0 -> "PRIMARY KEY (" + scene.columnList(table, 2) + ")" + when(dice);
          case 1 ->
              "UNIQUE"
                  + nulls(scene)
                  + " ("
                  + scene.columnList(table, 3)
                  + ")"
                  + dice.maybe(5, " INCLUDE (" + scene.columnList(table, 1) + ")")
                  + when(dice);
          case 2, 3 ->
              "CHECK ("
                  + scene.condition(column)
                  + dice.maybe(3, " AND " + scene.condition(scene.column(table)))
                  + ")"
                  + dice.maybe(8, " NO INHERIT")
                  + enforced(scene);
          case 4, 5 -> foreignKey(scene, table);
          case 6 ->
              "EXCLUDE USING "
                  + dice.of("btree", "btree", "btree", "gist")
                  + " ("
                  + scene.name(column)
                  + " WITH "
                  + dice.of("=", "=", "=", "&&")
                  + ")"
                  + dice.maybe(4, " WHERE (" + scene.condition(scene.column(table)) + ")")
                  + when(dice);
          default -> "NOT NULL " + scene.name(column) + dice.maybe(5, " NO INHERIT");
        };
  }

  private static boolean postgres18(Scene scene) {
    return scene.postgres() >= 18;
  }

  private static String foreignKey(Scene scene, Thing table) {
    Dice dice = scene.dice();
    Thing key = key(scene, 1);
    String wanted = keyType(scene, key);
    List<Thing> fitting =
        scene.known().columns(table).stream().filter(c -> c.first().equals(wanted)).toList();
    Thing column = fitting.isEmpty() || dice.once(12) ? scene.column(table) : dice.of(fitting);
    return "FOREIGN KEY ("
        + scene.name(column)
        + ")"
        + reference(scene, key)
        + when(dice)
        + enforced(scene);
  }

  private static String reference(Scene scene, Thing key) {
    return " REFERENCES "
        + scene.owner(key)
        + scene.dice().maybe(2, " (" + scene.spelled(key.second()) + ")")
        + actions(scene.dice());
  }
}
