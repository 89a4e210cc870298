package dev.ngdi.migration.schema.differential;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a statement is made from: chance, what the server has, and which server it is. */
record Scene(Dice dice, Known known, int postgres) {
  private static final String LONG =
      "a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_";
  private static final List<String> FRESH =
      List.of(
          "t",
          "u",
          "orders",
          "app_user",
          "shelf",
          "keyword",
          "Mixed",
          "two words",
          LONG + "x",
          "item",
          "place",
          "dataset",
          "role_map",
          "v",
          "w");
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "a",
          "b",
          "c",
          "name",
          "layer_id",
          "Mixed",
          "group",
          LONG + "column",
          "email",
          "kind",
          "note",
          "d",
          "label");
  private static final Set<String> RESERVED = Set.of("group", "order", "user", "table");

  /** An object to choose where there is none: what the statement says is then wrong. */
  private static final Thing NOTHING =
      Thing.of("relation", "public", "absent", "absent", "r|| |p|");

  Thing pick(List<Thing> choices) {
    return choices.isEmpty() ? NOTHING : dice.of(choices);
  }

  Thing pick(String kind) {
    return pick(known.all(kind));
  }

  Thing table() {
    return relation("rp");
  }

  /** A relation of these kinds; seldom a temporary one. */
  Thing relation(String kinds) {
    List<Thing> all = known.relations(kinds);
    return pick(
        dice.once(10) ? all : all.stream().filter(r -> !r.schema().equals("pg_temp")).toList());
  }

  /** A table that is not partitioned. */
  Thing plainTable() {
    return relation("r");
  }

  Thing column(Thing relation) {
    List<Thing> columns = known.columns(relation);
    return columns.isEmpty()
        ? Thing.of("column", relation.schema(), relation.name(), "absent", "integer|")
        : dice.of(columns);
  }

  String columnList(Thing relation, int most) {
    List<Thing> columns = known.columns(relation);
    return columns.isEmpty()
        ? "absent"
        : dice.some(columns, most).stream().map(this::name).collect(Collectors.joining(", "));
  }

  // ---- names

  /** A name for something new: often free, sometimes taken. */
  String fresh() {
    String base = dice.of(FRESH);
    return spelled(dice.once(2) ? base : base + dice.below(9));
  }

  /** The same, in one of the schemas that there are. */
  String freshQualified() {
    return dice.once(5) ? spelled(pick("schema").name()) + "." + fresh() : fresh();
  }

  String freshColumn() {
    return spelled(dice.of(COLUMNS));
  }

  List<String> freshColumns(int most) {
    return dice.some(COLUMNS, most).stream().map(this::spelled).toList();
  }

  String name(Thing thing) {
    return spelled(thing.name());
  }

  /** A relation, type or sequence, with its schema where that is not surely in the path. */
  String qualified(Thing thing) {
    boolean plain = thing.schema().equals("public") ? !dice.once(6) : dice.once(4);
    return plain ? name(thing) : spelled(thing.schema()) + "." + name(thing);
  }

  /** The table of a column, constraint, index … */
  String owner(Thing thing) {
    return qualified(Thing.of("relation", thing.schema(), "", thing.on(), ""));
  }

  Thing relationOf(Thing thing) {
    return Thing.of("relation", thing.schema(), "", thing.on(), "");
  }

  /** A name in one of the ways in which it can be written. */
  String spelled(String name) {
    String quoted = "\"" + name.replace("\"", "\"\"") + "\"";
    if (!name.matches("[a-z_][a-z0-9_]*") || RESERVED.contains(name)) {
      return quoted;
    }
    String more = name.length() == 63 ? "_and_more" : "";
    return switch (dice.below(12)) {
      case 0 -> name.toUpperCase(Locale.ROOT) + more;
      case 1 -> quoted;
      default -> name + more;
    };
  }

  /** A written name as the catalogue has it. */
  static String folded(String written) {
    String name =
        written.startsWith("\"")
            ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
            : written.toLowerCase(Locale.ROOT);
    return name.substring(0, Math.min(63, name.length()));
  }

  // ---- values

  /** A type, by itself or of the user's. */
  String type() {
    List<Thing> own = known.all("type", t -> !t.first().equals("c") || dice.once(3));
    if (!own.isEmpty() && dice.once(4)) {
      return qualified(dice.of(own)) + dice.maybe(8, "[]");
    }
    if (dice.once(8) && known.all("extension").stream().anyMatch(e -> e.name().equals("citext"))) {
      return "citext";
    }
    return dice.of(
        "integer",
        "int",
        "bigint",
        "text",
        "text",
        "varchar(40)",
        "character varying",
        "uuid",
        "numeric(10,2)",
        "boolean",
        "timestamptz",
        "timestamp with time zone",
        "date",
        "jsonb",
        "int4",
        "smallint",
        "real",
        "double precision",
        "char(3)",
        "text[]",
        "int[]",
        "bytea",
        "interval",
        "time",
        "inet",
        "int4range",
        "timestamp(3)",
        "decimal",
        "bit(4)",
        "xml",
        "varchar(10)[]",
        "numeric",
        "bool",
        "\"char\"",
        "name",
        "oid",
        "money",
        "tsvector");
  }

  static String family(String type) {
    if (type.matches(".*\\[]")) {
      return "array";
    } else if (type.matches(
        "integer|bigint|smallint|int[248]?|numeric.*|decimal|real|double.*|oid")) {
      return "number";
    } else if (type.matches("text|character.*|varchar.*|char\\(.*|name|citext")) {
      return "text";
    } else if (type.matches("timestamp.*|date")) {
      return "time";
    } else if (type.matches("bool.*")) {
      return "truth";
    }
    return type;
  }

  /** An expression for a default of a type. */
  String value(String type) {
    if (dice.once(12)) {
      return "NULL";
    }
    List<Thing> enums =
        known.all("type", t -> t.first().equals("e") && type.endsWith(spelledPlainly(t.name())));
    if (!enums.isEmpty() && !dice.of(enums).second().isEmpty()) {
      return "'" + dice.of(enums).second().split(",", -1)[0] + "'";
    }
    List<Thing> sequences = known.all("sequence", s -> s.first().equals("false"));
    return switch (family(type)) {
      case "number" ->
          !sequences.isEmpty() && dice.once(4)
              ? "nextval('" + plainly(dice.of(sequences)) + "'" + dice.maybe(2, "::regclass") + ")"
              : dice.of("0", "1", "-1", "1 + 2", "42", "abs(-3)", "'7'", "length('abc')");
      case "text" ->
          dice.of(
              "'x'",
              "''",
              "'it''s'",
              "lower('A')",
              "CURRENT_USER",
              "'a' || 'b'",
              "'x'::text",
              "concat('a', 1)",
              "substring('abc' from 2 for 1)",
              "CAST('y' AS text)");
      case "time" ->
          dice.of(
              "now()",
              "CURRENT_TIMESTAMP",
              "'2020-01-01'",
              "now() + interval '1 day'",
              "CURRENT_DATE",
              "'2020-01-01'::date");
      case "truth" -> dice.of("true", "false", "(NOT true)", "(1 > 2)", "(true AND false)", "'t'");
      case "array" -> dice.of("'{}'", "ARRAY[]::" + type, "NULL::" + type);
      case "uuid" -> "gen_random_uuid()";
      case "jsonb" -> dice.of("'{}'", "'{}'::jsonb", "jsonb_build_object('a', 1)");
      case "interval" -> dice.of("'1 day'", "interval '2 hours'");
      default -> "NULL";
    };
  }

  /** A condition on a column. */
  String condition(Thing column) {
    String name = name(column);
    if (dice.once(5)) {
      return name + dice.of(" IS NOT NULL", " IS NULL");
    }
    return switch (family(column.first())) {
      case "number" ->
          name
              + dice.of(
                  " > 0",
                  " BETWEEN 1 AND 10",
                  " IN (1, 2, 3)",
                  " <> 5",
                  " % 2 = 0",
                  " >= 0 AND " + name + " < 100",
                  "::text <> ''",
                  column.first().startsWith("int") ? " = ANY (ARRAY[1, 2])" : " < 7");
      case "text" ->
          dice.of(
              "length(" + name + ") > 0",
              name + " <> ''",
              name + " ~ '^x'",
              name + " LIKE 'x%'",
              name + " IN ('x', 'y')",
              "lower(" + name + ") = " + name,
              "CASE WHEN " + name + " = 'x' THEN true ELSE false END",
              "coalesce(" + name + ", 'z') <> 'q'",
              name + " COLLATE \"C\" > 'a'");
      case "time" -> name + dice.of(" > '2020-01-01'", " IS DISTINCT FROM '2021-01-01'");
      case "truth" -> dice.of(name, "NOT " + name, name + " IS TRUE");
      default -> name + " IS NOT NULL";
    };
  }

  /** An immutable expression over a column. */
  String expression(Thing column) {
    String name = name(column);
    return switch (family(column.first())) {
      case "number" -> dice.of("(" + name + " + 1)", "abs(" + name + ")", "(" + name + " * 2)");
      case "text" ->
          dice.of("lower(" + name + ")", "(" + name + " || 'x')", "length(" + name + ")");
      case "truth" -> "(NOT " + name + ")";
      default -> "(" + name + " IS NULL)";
    };
  }

  private static String spelledPlainly(String name) {
    return name.matches("[a-z_][a-z0-9_]*") ? name : "\"" + name + "\"";
  }

  private static String plainly(Thing thing) {
    String name = spelledPlainly(thing.name());
    return thing.schema().equals("public") ? name : spelledPlainly(thing.schema()) + "." + name;
  }

  /** So many texts with commas between. */
  static String commas(List<String> texts) {
    return String.join(", ", texts);
  }

  /** A number's worth of something. */
  List<Integer> times(int most) {
    return IntStream.range(0, 1 + dice.below(most)).boxed().toList();
  }
}
