package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Routine;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Settings;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.Identifiers;
import java.util.Locale;
import java.util.stream.Collectors;

/** Functions, procedures and aggregates as SQL. */
final class RoutineDdl {
  private RoutineDdl() {}

  static String create(Schema schema, Routine routine, boolean replace) {
    String head =
        "CREATE " + (replace ? "OR REPLACE " : "") + routine.kind() + " " + named(schema, routine);
    if (routine.kind().equals("AGGREGATE")) {
      return head + " " + routine.body();
    }
    return head
        + "("
        + arguments(schema, routine)
        + ")"
        + returns(schema, routine)
        + " LANGUAGE "
        + Identifiers.quote(routine.language())
        + attributes(routine.settings())
        + body(schema, routine);
  }

  private static String named(Schema schema, Routine routine) {
    return Written.name(schema, routine.oid());
  }

  /** It as other statements name it: with the types that tell it from others of its name. */
  static String signature(Schema schema, Routine routine) {
    String types =
        routine.signature().stream()
            .map(type -> Rendering.type(schema, type))
            .collect(Collectors.joining(", "));
    return named(schema, routine)
        + "("
        + (types.isEmpty() && routine.kind().equals("AGGREGATE") ? "*" : types)
        + ")";
  }

  static String arguments(Schema schema, Routine routine) {
    return routine.arguments().stream()
        .filter(argument -> !argument.mode().equals("TABLE"))
        .map(argument -> argument(schema, argument))
        .collect(Collectors.joining(", "));
  }

  private static String argument(Schema schema, Routine.Argument argument) {
    return (argument.mode().equals("IN") ? "" : argument.mode() + " ")
        + (argument.name().isEmpty() ? "" : Identifiers.quote(argument.name()) + " ")
        + Rendering.type(schema, argument.type())
        + argument.defaultValue().map(d -> " DEFAULT " + Written.sql(schema, d)).orElse("");
  }

  static String returns(Schema schema, Routine routine) {
    if (routine.returnsTable()) {
      return routine.arguments().stream()
          .filter(argument -> argument.mode().equals("TABLE"))
          .map(a -> Identifiers.quote(a.name()) + " " + Rendering.type(schema, a.type()))
          .collect(Collectors.joining(", ", " RETURNS TABLE(", ")"));
    }
    return routine.returns().map(type -> " RETURNS " + result(schema, routine, type)).orElse("");
  }

  private static String result(Schema schema, Routine routine, TypeRef type) {
    boolean set = routine.settings().get("setof").isPresent();
    return (set ? "SETOF " : "") + Rendering.type(schema, type);
  }

  private static String attributes(Settings settings) {
    return settings.values().entrySet().stream()
        .map(attribute -> attribute(attribute.getKey(), attribute.getValue()))
        .collect(Collectors.joining());
  }

  static String attribute(String name, String value) {
    String upper = value.toUpperCase(Locale.ROOT);
    if (name.startsWith("set ")) {
      String parameter = name.substring("set ".length());
      return value.equalsIgnoreCase("from current")
          ? " SET " + parameter + " FROM CURRENT"
          : " SET " + parameter + " = " + value;
    }
    return switch (name) {
      case "volatility" -> " " + upper;
      case "strict" -> value.equals("false") ? " CALLED ON NULL INPUT" : " STRICT";
      case "security" -> " SECURITY " + upper;
      case "parallel" -> " PARALLEL " + upper;
      case "leakproof" -> value.equals("false") ? " NOT LEAKPROOF" : " LEAKPROOF";
      case "window" -> " WINDOW";
      case "cost" -> " COST " + value;
      case "rows" -> " ROWS " + value;
      case "support" -> " SUPPORT " + value;
      case "transform" -> " TRANSFORM " + value;
      default -> "";
    };
  }

  /** What an attribute is that is not said. */
  static String usual(String name) {
    if (name.startsWith("set ")) {
      return " RESET " + name.substring("set ".length());
    }
    return switch (name) {
      case "volatility" -> " VOLATILE";
      case "strict" -> " CALLED ON NULL INPUT";
      case "security" -> " SECURITY INVOKER";
      case "parallel" -> " PARALLEL UNSAFE";
      case "leakproof" -> " NOT LEAKPROOF";
      default -> "";
    };
  }

  private static String body(Schema schema, Routine routine) {
    if (routine.atomic().isPresent()) {
      String atomic = Written.sql(schema, routine.atomic().get());
      return routine.body().regionMatches(true, 0, "return", 0, "return".length())
          ? " RETURN " + atomic
          : " BEGIN ATOMIC " + atomic + " END";
    }
    if (!routine.body().contains("\n") && !routine.body().contains("'")) {
      return " AS '" + routine.body() + "'";
    }
    String tag = "$$";
    for (int i = 1; (routine.body() + "$").contains(tag); i++) {
      tag = "$body" + i + "$";
    }
    return " AS " + tag + routine.body() + tag;
  }
}
