package dev.ngdi.migration.schema.differential;

import java.util.ArrayList;
import java.util.List;

/** {@code CREATE TABLE} in every form. */
final class Tables implements Family {
  @Override
  public String next(Scene scene) {
    Dice dice = scene.dice();
    List<Thing> partitioned = scene.known().relations("p");
    return switch (dice.below(12)) {
      case 0 -> as(scene);
      case 1 -> inheriting(scene);
      case 2 -> create(scene) + " (" + like(scene) + dice.maybe(2, ", extra int") + ")";
      case 3 -> partitioned(scene);
      case 4, 5 ->
          partitioned.isEmpty() ? partitioned(scene) : partition(scene, dice.of(partitioned));
      case 6 -> ofType(scene);
      default -> create(scene) + " (" + elements(scene) + ")" + with(dice);
    };
  }

  static String create(Scene scene) {
    Dice dice = scene.dice();
    return switch (dice.below(20)) {
      case 0 -> "CREATE TEMP TABLE " + scene.fresh();
      case 1 -> "CREATE UNLOGGED TABLE " + scene.freshQualified();
      case 2, 3 -> "CREATE TABLE IF NOT EXISTS " + scene.freshQualified();
      default -> "CREATE TABLE " + scene.freshQualified();
    };
  }

  private static String with(Dice dice) {
    return dice.maybe(
        10,
        dice.of(" WITH (fillfactor = 70)", " WITH (autovacuum_enabled = false)", " WITHOUT OIDS"));
  }

  /** Columns, and constraints over them. */
  private static String elements(Scene scene) {
    Dice dice = scene.dice();
    List<String> elements = new ArrayList<>();
    List<Thing> columns = new ArrayList<>();
    for (String name : scene.freshColumns(5)) {
      String type = dice.once(8) ? dice.of("serial", "bigserial", "smallserial") : scene.type();
      elements.add(column(scene, name, type));
      columns.add(Thing.of("column", "public", "new", Scene.folded(name), type));
    }
    if (dice.once(5)) {
      elements.add("CHECK (" + scene.condition(dice.of(columns)) + ")");
    }
    if (dice.once(3)) {
      Scene around = around(scene, columns);
      elements.add(Constraints.ofTable(around, Thing.of("relation", "public", "", "new", "r")));
    }
    if (dice.once(15)) {
      elements.add(like(scene));
    }
    return Scene.commas(elements);
  }

  /** The scene with the columns of a table that is being made. */
  private static Scene around(Scene scene, List<Thing> columns) {
    List<Thing> things = new ArrayList<>(scene.known().things());
    things.addAll(columns);
    return new Scene(scene.dice(), new Known(things), scene.postgres());
  }

  static String column(Scene scene, String name, String type) {
    Dice dice = scene.dice();
    if (dice.once(14)) {
      return name
          + " int GENERATED ALWAYS AS ("
          + dice.of("1 + 1", "length('x')", "abs(-5)")
          + ")"
          + (scene.postgres() >= 18 ? dice.of(" STORED", " VIRTUAL", "") : " STORED");
    }
    return name
        + " "
        + type
        + Constraints.ofColumn(scene, type)
        + dice.maybe(12, " CHECK (" + name + " IS NOT NULL)");
  }

  private static String like(Scene scene) {
    Thing source = scene.relation("rpvm");
    return "LIKE "
        + scene.qualified(source)
        + scene
            .dice()
            .of(
                "",
                "",
                " INCLUDING ALL",
                " INCLUDING DEFAULTS",
                " INCLUDING CONSTRAINTS",
                " INCLUDING INDEXES",
                " INCLUDING ALL EXCLUDING INDEXES",
                " INCLUDING IDENTITY",
                " INCLUDING GENERATED",
                " INCLUDING COMMENTS INCLUDING STORAGE",
                " INCLUDING STATISTICS");
  }

  private static String inheriting(Scene scene) {
    Dice dice = scene.dice();
    Thing parent = scene.plainTable();
    String column =
        dice.once(2)
            ? "own int"
            : scene.name(scene.column(parent)) + " " + scene.column(parent).first();
    return create(scene)
        + " ("
        + dice.maybe(2, column)
        + ") INHERITS ("
        + scene.qualified(parent)
        + (dice.once(5) ? ", " + scene.qualified(scene.plainTable()) : "")
        + ")";
  }

  private static String partitioned(Scene scene) {
    Dice dice = scene.dice();
    String type = dice.of("int", "text", "date");
    String column = scene.freshColumn();
    String key = dice.once(8) ? "(" + column + " IS NULL)" : column;
    String second = dice.maybe(2, ", extra text" + Constraints.ofColumn(scene, "text"));
    // a partition of an unlogged table is logged, and so can have what no statement gives it
    String create = scene.postgres() < 18 ? create(scene).replace("UNLOGGED ", "") : create(scene);
    return create
        + " ("
        + column
        + " "
        + type
        + dice.maybe(3, " NOT NULL")
        + second
        + dice.maybe(4, ", PRIMARY KEY (" + column + ")")
        + dice.maybe(5, ", CHECK (" + column + " IS NOT NULL)")
        + ") PARTITION BY "
        + dice.of("RANGE", "RANGE", "LIST", "HASH")
        + " ("
        + key
        + ")";
  }

  private static String partition(Scene scene, Thing parent) {
    Dice dice = scene.dice();
    return create(scene)
        + " PARTITION OF "
        + scene.qualified(parent)
        + dice.maybe(
            6,
            " (" + scene.name(scene.column(parent)) + dice.of(" NOT NULL", " DEFAULT NULL") + ")")
        + " "
        + bound(scene, parent)
        + dice.maybe(10, " PARTITION BY LIST (" + scene.name(scene.column(parent)) + ")");
  }

  /** {@code FOR VALUES …} or {@code DEFAULT}. */
  static String bound(Scene scene, Thing parent) {
    Dice dice = scene.dice();
    String strategy = parent.info().size() > 2 ? parent.info().get(2) : "r";
    String key =
        parent.info().size() > 4 ? parent.info().get(4).replaceAll("^\\w+ \\(\"?|\"?\\)$", "") : "";
    String type =
        scene.known().columns(parent).stream()
            .filter(c -> c.name().equals(key))
            .map(Thing::first)
            .findFirst()
            .orElse("integer");
    int n = dice.below(8);
    if (dice.once(10)) {
      return "DEFAULT";
    }
    return switch (strategy) {
      case "l" -> "FOR VALUES IN (" + literal(type, n) + dice.maybe(4, ", NULL") + ")";
      case "h" -> "FOR VALUES WITH (MODULUS 4, REMAINDER " + dice.below(4) + ")";
      default ->
          "FOR VALUES FROM ("
              + (dice.once(10) ? "MINVALUE" : literal(type, n))
              + ") TO ("
              + literal(type, n + 1)
              + ")";
    };
  }

  private static String literal(String type, int n) {
    return switch (type) {
      case "integer" -> String.valueOf(n * 10);
      case "date" -> "'2020-01-0" + (n + 1) + "'";
      case "boolean" -> n % 2 == 0 ? "true" : "false";
      default -> "'" + (char) ('a' + n) + "'";
    };
  }

  private static String as(Scene scene) {
    Dice dice = scene.dice();
    String query = Views.query(scene);
    return create(scene)
        + dice.maybe(6, " (x)")
        + " AS "
        + query
        + dice.of("", "", " WITH NO DATA", " WITH DATA");
  }

  private static String ofType(Scene scene) {
    Thing type = scene.pick(scene.known().all("type", t -> t.first().equals("c")));
    return create(scene) + " OF " + scene.qualified(type);
  }
}
