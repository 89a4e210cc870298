package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.TypeRef;
import java.util.List;
import java.util.Set;

/** What operators make of the types of their operands, as far as that is simple to say. */
final class Operations {
  /** Each can stand where a later one is wanted. */
  private static final List<String> NUMBERS =
      List.of("int2", "int4", "int8", "numeric", "float4", "float8");

  private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "name");
  private static final Set<String> TRUTHS =
      Set.of("@>", "<@", "&&", "?", "?|", "?&", "~", "~*", "!~", "!~*", "@@", "~~", "!~~", "~~*");

  private Operations() {}

  static boolean isNumber(String type) {
    return NUMBERS.contains(type);
  }

  /** An array of a type. */
  static TypeRef arrayOf(TypeRef element) {
    return new TypeRef(element.builtin(), element.oid(), element.modifiers(), element.fields(), 1);
  }

  /** The type of a result; operands without modifiers, no domains. */
  static TypeRef result(TypeRef left, String operator, TypeRef right) {
    if (TRUTHS.contains(operator)) {
      return TypeRef.of("bool");
    }
    if (!left.known() || !right.known()) {
      return TypeRef.UNKNOWN;
    }
    return switch (operator) {
      case "||" -> joined(left, right);
      case "+", "-", "*", "/", "%", "^" -> computed(left, operator, right);
      case "->", "#>" -> isJson(left) ? left : TypeRef.UNKNOWN;
      case "->>", "#>>" -> isJson(left) ? TypeRef.of("text") : TypeRef.UNKNOWN;
      case "at time zone" -> inZone(left);
      default -> TypeRef.UNKNOWN;
    };
  }

  private static boolean isJson(TypeRef type) {
    return is(type, "json") || is(type, "jsonb");
  }

  private static boolean is(TypeRef type, String builtin) {
    return type.dimensions() == 0 && type.builtin().equals(builtin);
  }

  private static TypeRef inZone(TypeRef of) {
    return is(of, "timestamptz")
        ? TypeRef.of("timestamp")
        : is(of, "timestamp") ? TypeRef.of("timestamptz") : TypeRef.UNKNOWN;
  }

  private static boolean isText(TypeRef type) {
    return type.dimensions() == 0 && TEXTS.contains(type.builtin());
  }

  private static TypeRef joined(TypeRef left, TypeRef right) {
    boolean untyped = is(left, "unknown") || is(right, "unknown");
    TypeRef typed = is(left, "unknown") ? right : left;
    if (is(typed, "unknown") || (untyped && isText(typed))) {
      return TypeRef.of("text");
    }
    if (untyped) {
      boolean simple = isNumber(typed.builtin()) && typed.dimensions() == 0;
      boolean own = typed.dimensions() > 0 || is(typed, "jsonb") || is(typed, "bytea");
      return own ? typed : simple ? TypeRef.of("text") : TypeRef.UNKNOWN;
    }
    boolean simple =
        (isText(left) && (isText(right) || isNumber(right.builtin())))
            || (isText(right) && isNumber(left.builtin()));
    if (simple && left.dimensions() + right.dimensions() == 0) {
      return TypeRef.of("text");
    }
    boolean same = left.equals(right);
    return same && (left.dimensions() > 0 || is(left, "jsonb") || is(left, "bytea"))
        ? left
        : TypeRef.UNKNOWN;
  }

  private static TypeRef computed(TypeRef left, String operator, TypeRef right) {
    if (left.dimensions() + right.dimensions() > 0) {
      return TypeRef.UNKNOWN;
    }
    String one = is(left, "unknown") ? right.builtin() : left.builtin();
    String two = is(right, "unknown") ? left.builtin() : right.builtin();
    if (!isNumber(one) || !isNumber(two)) {
      boolean untyped = is(left, "unknown") || is(right, "unknown");
      return untyped ? TypeRef.UNKNOWN : ofTimes(one, operator, two);
    }
    int most = Math.max(NUMBERS.indexOf(one), NUMBERS.indexOf(two));
    boolean mixed = !one.equals(two) && most > NUMBERS.indexOf("numeric");
    String common = mixed ? "float8" : NUMBERS.get(most);
    if (operator.equals("^")) {
      return TypeRef.of(common.equals("numeric") ? "numeric" : "float8");
    }
    return operator.equals("%") && most > NUMBERS.indexOf("numeric")
        ? TypeRef.UNKNOWN
        : TypeRef.of(common);
  }

  private static TypeRef ofTimes(String left, String operator, String right) {
    String form = left + " " + operator + " " + right;
    return switch (form) {
      case "date + int4", "date - int4", "int4 + date", "date + int2", "date - int2" ->
          TypeRef.of("date");
      case "date - date" -> TypeRef.of("int4");
      case "timestamptz + interval", "timestamptz - interval", "interval + timestamptz" ->
          TypeRef.of("timestamptz");
      case "timestamp + interval",
          "timestamp - interval",
          "interval + timestamp",
          "date + interval",
          "date - interval" ->
          TypeRef.of("timestamp");
      case "timestamptz - timestamptz",
          "timestamp - timestamp",
          "interval + interval",
          "interval - interval" ->
          TypeRef.of("interval");
      default -> TypeRef.UNKNOWN;
    };
  }

  /**
   * The type that values of two types get where there can be only one, as in {@code CASE}.
   *
   * @param left with its modifiers; so is the other
   */
  static TypeRef common(TypeRef left, TypeRef right) {
    if (left.equals(right)) {
      return left;
    }
    TypeRef one = Signatures.plain(left);
    TypeRef two = Signatures.plain(right);
    if (!one.known() || !two.known()) {
      return TypeRef.UNKNOWN;
    }
    if (one.equals(two) || is(two, "unknown")) {
      return one;
    }
    if (is(one, "unknown")) {
      return two;
    }
    if (one.dimensions() + two.dimensions() > 0) {
      return TypeRef.UNKNOWN;
    }
    if (isNumber(one.builtin()) && isNumber(two.builtin())) {
      int most = Math.max(NUMBERS.indexOf(one.builtin()), NUMBERS.indexOf(two.builtin()));
      return TypeRef.of(NUMBERS.get(most));
    }
    boolean text = isText(one) && isText(two) && (is(one, "text") || is(two, "text"));
    return text ? TypeRef.of("text") : TypeRef.UNKNOWN;
  }
}
