package dev.ngdi.migration.schema.undo;

import java.util.Optional;
import java.util.Set;

/** Differences in words. */
final class Sentences {
  private static final Set<String> WHOLE = Set.of("body", "query", "definition");
  private static final int LONGEST = 80;

  private Sentences() {}

  static String missing(Described thing) {
    return named(thing) + " is not restored";
  }

  static String leftOver(Described thing) {
    return named(thing) + " is still there";
  }

  static String renamed(Described thing, Described now) {
    return named(thing) + " is still named " + code(now.name());
  }

  static String value(Described type, String value, boolean left) {
    String state = left ? " is still there" : " is not restored";
    return "enum value " + code(value) + " of " + code(type.name()) + state;
  }

  static String changed(
      Described thing, String property, Optional<Property> was, Optional<Property> is) {
    if (was.isEmpty() || is.isEmpty()) {
      String state = is.isPresent() ? " is still there" : " is not restored";
      String what = is.or(() -> was).map(p -> what(thing, property, p)).orElse("");
      return what + state;
    }
    String before = was.get().text();
    String now = is.get().text();
    boolean isLong = before.length() > LONGEST || now.length() > LONGEST || before.contains("\n");
    boolean constraint = thing.kind().equals("constraint") && property.equals("definition");
    if (property.equals("body") || property.equals("query") || (isLong && !constraint)) {
      return "the " + property + " of " + code(thing.name()) + " is not the earlier one";
    }
    String subject = named(thing);
    if (constraint || WHOLE.contains(property)) {
      return isLong
          ? "the definition of " + subject + " is not the earlier one"
          : subject + " had " + code(before) + ", now has " + code(now);
    }
    return switch (property) {
      case "columns" -> subject + " had " + code(before) + ", now has " + code(now);
      case "type" -> subject + " was " + code(before) + ", now is " + code(now);
      case "default" ->
          "`DEFAULT` of " + code(thing.name()) + " was " + code(before) + ", now is " + code(now);
      default ->
          "the " + property + " of " + subject + " was " + code(before) + ", now is " + code(now);
    };
  }

  /** A property that is there only before or only now. */
  private static String what(Described thing, String property, Property value) {
    String of = " of " + code(thing.name());
    if (property.startsWith("grant ")) {
      return code(property.substring("grant ".length()).replace(" TO ", "` to `"))
          + " on "
          + code(thing.name());
    }
    return switch (property) {
      case "not null" -> code("NOT NULL") + of;
      case "default" -> code("DEFAULT") + of;
      case "identity" -> code("GENERATED " + value.text() + " AS IDENTITY") + of;
      case "comment" -> "the comment on " + named(thing);
      case "row security" -> code("ROW LEVEL SECURITY") + of;
      case "force row security" -> code("FORCE ROW LEVEL SECURITY") + of;
      case "state",
          "unique",
          "nulls",
          "valid",
          "deferrable",
          "deferred",
          "enforced",
          "validated",
          "inherit",
          "persistence",
          "kind" ->
          code(value.text()) + of;
      case "where" -> code("WHERE " + value.text()) + of;
      default -> "the " + property + " " + code(value.text()) + of;
    };
  }

  private static String named(Described thing) {
    return thing.kind() + " " + code(thing.name());
  }

  private static String code(String sql) {
    return "`" + sql.replaceAll("\\s+", " ").strip() + "`";
  }
}
