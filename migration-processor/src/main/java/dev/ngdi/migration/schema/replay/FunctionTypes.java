package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What PostgreSQL's own functions and aggregates give, as far as that is simple to say. */
final class FunctionTypes {
  private static final Map<String, String> FIXED =
      Map.ofEntries(
          Map.entry("count", "int8"),
          Map.entry("row_number", "int8"),
          Map.entry("rank", "int8"),
          Map.entry("dense_rank", "int8"),
          Map.entry("nextval", "int8"),
          Map.entry("currval", "int8"),
          Map.entry("length", "int4"),
          Map.entry("char_length", "int4"),
          Map.entry("octet_length", "int4"),
          Map.entry("position", "int4"),
          Map.entry("array_length", "int4"),
          Map.entry("jsonb_array_length", "int4"),
          Map.entry("now", "timestamptz"),
          Map.entry("current_timestamp", "timestamptz"),
          Map.entry("clock_timestamp", "timestamptz"),
          Map.entry("localtimestamp", "timestamp"),
          Map.entry("current_date", "date"),
          Map.entry("current_time", "timetz"),
          Map.entry("localtime", "time"),
          Map.entry("current_user", "name"),
          Map.entry("current_role", "name"),
          Map.entry("session_user", "name"),
          Map.entry("user", "name"),
          Map.entry("current_schema", "name"),
          Map.entry("current_catalog", "name"),
          Map.entry("concat", "text"),
          Map.entry("concat_ws", "text"),
          Map.entry("format", "text"),
          Map.entry("md5", "text"),
          Map.entry("to_char", "text"),
          Map.entry("gen_random_uuid", "uuid"),
          Map.entry("bool_and", "bool"),
          Map.entry("bool_or", "bool"),
          Map.entry("every", "bool"),
          Map.entry("extract", "numeric"),
          Map.entry("date_part", "float8"),
          Map.entry("random", "float8"),
          Map.entry("json_agg", "json"),
          Map.entry("jsonb_agg", "jsonb"),
          Map.entry("to_json", "json"),
          Map.entry("to_jsonb", "jsonb"),
          Map.entry("row_to_json", "json"),
          Map.entry("json_build_object", "json"),
          Map.entry("jsonb_build_object", "jsonb"));

  /** Those that take a text and give one. */
  private static final Set<String> OF_TEXT =
      Set.of(
          "lower",
          "upper",
          "initcap",
          "btrim",
          "ltrim",
          "rtrim",
          "trim",
          "replace",
          "left",
          "right",
          "lpad",
          "rpad",
          "repeat",
          "reverse",
          "split_part",
          "substring",
          "substr",
          "translate",
          "regexp_replace",
          "string_agg");

  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name", "unknown");
  private static final Set<String> ORDERED =
      Set.of(
          "int2",
          "int4",
          "int8",
          "oid",
          "float4",
          "float8",
          "date",
          "time",
          "timetz",
          "money",
          "timestamp",
          "timestamptz",
          "interval",
          "text",
          "numeric",
          "bpchar",
          "inet");
  private static final Map<String, String> SUMS =
      Map.of(
          "int2",
          "int8",
          "int4",
          "int8",
          "int8",
          "numeric",
          "numeric",
          "numeric",
          "float4",
          "float4",
          "float8",
          "float8",
          "interval",
          "interval",
          "money",
          "money");
  private static final Map<String, String> MEANS =
      Map.of(
          "int2",
          "numeric",
          "int4",
          "numeric",
          "int8",
          "numeric",
          "numeric",
          "numeric",
          "float4",
          "float8",
          "float8",
          "float8",
          "interval",
          "interval");

  private FunctionTypes() {}

  /** Whether PostgreSQL has such a function, as far as known here. */
  static boolean has(String function) {
    return FIXED.containsKey(function)
        || OF_TEXT.contains(function)
        || Set.of("min", "max", "sum", "avg", "abs", "round", "ceil", "floor", "date_trunc")
            .contains(function)
        || Set.of("array", "array_agg", "nullif").contains(function);
  }

  /**
   * The type of a result.
   *
   * @param arguments the types of the arguments without modifiers, domains exchanged for what they
   *     are based on
   */
  static Optional<TypeRef> result(String function, List<TypeRef> arguments) {
    if (FIXED.containsKey(function)) {
      return Optional.of(TypeRef.of(FIXED.get(function)));
    }
    if (arguments.isEmpty()) {
      return Optional.empty();
    }
    TypeRef first = arguments.get(0);
    String type = first.dimensions() == 0 ? first.builtin() : "";
    return switch (function) {
      case "min", "max" -> extreme(first, type);
      case "sum" -> Optional.ofNullable(SUMS.get(type)).map(TypeRef::of);
      case "avg" -> Optional.ofNullable(MEANS.get(type)).map(TypeRef::of);
      case "abs" -> Operations.isNumber(type) ? Optional.of(TypeRef.of(type)) : Optional.empty();
      case "round", "ceil", "floor" -> rounded(type, arguments.size());
      case "date_trunc" -> dateTrunc(arguments);
      case "array_agg" ->
          first.known() && first.dimensions() == 0 && !type.equals("unknown")
              ? Optional.of(Operations.arrayOf(first))
              : Optional.empty();
      default ->
          OF_TEXT.contains(function) && TEXTS.contains(type)
              ? Optional.of(TypeRef.of("text"))
              : Optional.empty();
    };
  }

  private static Optional<TypeRef> extreme(TypeRef first, String type) {
    if (type.equals("varchar") || type.equals("name")) {
      return Optional.of(TypeRef.of("text"));
    }
    return ORDERED.contains(type) ? Optional.of(first) : Optional.empty();
  }

  private static Optional<TypeRef> rounded(String type, int arguments) {
    if (arguments > 1 || type.equals("numeric")) {
      return Optional.of(TypeRef.of("numeric"));
    }
    return Operations.isNumber(type) ? Optional.of(TypeRef.of("float8")) : Optional.empty();
  }

  private static Optional<TypeRef> dateTrunc(List<TypeRef> arguments) {
    String of = arguments.size() > 1 ? arguments.get(1).builtin() : "";
    return switch (of) {
      case "timestamp", "timestamptz", "interval" -> Optional.of(arguments.get(1));
      case "date" -> Optional.of(TypeRef.of("timestamptz"));
      default -> Optional.empty();
    };
  }
}
