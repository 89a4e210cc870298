package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.schema.locks.TypeChange.Result;
import java.util.List;
import java.util.OptionalInt;

/** What stands in parentheses behind a type: whether a change of it leaves the rows as they are. */
final class Modifiers {
  private static final int MOST_DIGITS_OF_SECONDS = 6;
  private static final List<String> FIELDS =
      List.of("second", "minute", "hour", "day", "month", "year");

  private Modifiers() {}

  /** The change from a type to the same type with other modifiers. */
  static Result change(TypeRef from, TypeRef to) {
    boolean unlimited = to.modifiers().isEmpty() && to.fields().isEmpty();
    boolean same = from.modifiers().equals(to.modifiers()) && from.fields().equals(to.fields());
    if (unlimited || same) {
      return Result.FREE;
    }
    return switch (to.builtin()) {
      case "varchar", "varbit" -> free(atLeast(from, to));
      case "numeric" -> free(scale(from).equals(scale(to)) && atLeast(from, to));
      case "timestamp", "timestamptz", "time", "timetz" ->
          free(number(to).orElse(0) >= MOST_DIGITS_OF_SECONDS || atLeast(from, to));
      case "interval" -> free(intervalStays(from, to));
      case "bpchar", "bit" -> Result.REWRITE;
      default -> Result.UNKNOWN;
    };
  }

  private static Result free(boolean stays) {
    return stays ? Result.FREE : Result.REWRITE;
  }

  private static boolean atLeast(TypeRef from, TypeRef to) {
    OptionalInt old = number(from);
    OptionalInt other = number(to);
    return old.isPresent() && other.isPresent() && other.getAsInt() >= old.getAsInt();
  }

  private static String scale(TypeRef type) {
    return type.modifiers().size() > 1 ? type.modifiers().get(1) : "";
  }

  private static boolean intervalStays(TypeRef from, TypeRef to) {
    int oldField = smallestField(from);
    int digits = number(to).orElse(MOST_DIGITS_OF_SECONDS);
    return smallestField(to) <= oldField
        && (oldField > 0
            || digits >= MOST_DIGITS_OF_SECONDS
            || digits >= number(from).orElse(MOST_DIGITS_OF_SECONDS));
  }

  private static int smallestField(TypeRef type) {
    String fields = type.fields();
    return Math.max(0, FIELDS.indexOf(fields.substring(fields.lastIndexOf(' ') + 1)));
  }

  private static OptionalInt number(TypeRef type) {
    return type.modifiers().isEmpty() || !type.modifiers().get(0).matches("\\d{1,9}")
        ? OptionalInt.empty()
        : OptionalInt.of(Integer.parseInt(type.modifiers().get(0)));
  }
}
