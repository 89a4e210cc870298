package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.Operand;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares constants of SQL as far as that is certain without a server. */
final class Values {
  /** Not the order of strings, which their collation decides: only that they are not the same. */
  private static final Set<String> INTEGERS = Set.of("int2", "int4", "int8");

  private static final Map<String, Set<String>> COMPARABLE =
      Map.of(
          "int2", INTEGERS,
          "int4", INTEGERS,
          "int8", INTEGERS,
          "varchar", Set.of("text", "varchar"),
          "text", Set.of("text", "varchar"));
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern(
          "uuuu-MM-dd['T'][ ]HH[:mm][:ss][.SSSSSS][.SSS][XXX][X]", Locale.ROOT);

  private Values() {}

  /**
   * How a constant stands to another where a column of a type is compared with both: below 0 for
   * less; empty where that is not certain, or only certain to be another.
   */
  static Optional<Integer> compare(TypeRef type, Operand.Constant one, Operand.Constant other) {
    if (type.dimensions() > 0 || !of(type, one) || !of(type, other)) {
      return Optional.empty();
    }
    if (one.text().equals(other.text())) {
      return Optional.of(0);
    }
    try {
      return switch (type.builtin()) {
        case "int2", "int4", "int8", "numeric" ->
            Optional.of(new BigDecimal(one.text()).compareTo(new BigDecimal(other.text())));
        case "date" ->
            Optional.of(LocalDate.parse(one.text()).compareTo(LocalDate.parse(other.text())));
        case "timestamp", "timestamptz" -> times(one.text(), other.text());
        case "uuid" -> Optional.of(one.text().compareToIgnoreCase(other.text()));
        default -> Optional.empty();
      };
    } catch (NumberFormatException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static boolean of(TypeRef type, Operand.Constant constant) {
    Set<String> types = COMPARABLE.getOrDefault(type.builtin(), Set.of(type.builtin()));
    boolean number = type.builtin().startsWith("int") || type.builtin().equals("numeric");
    boolean whole = constant.text().indexOf('.') < 0 && constant.text().indexOf('e') < 0;
    return constant.casts().stream().allMatch(cast -> types.contains(cast.name().name()))
        && (constant.quoted() || number)
        && (whole || !INTEGERS.contains(type.builtin()))
        && !constant.text().equals("null");
  }

  /** Both with their zone, or both without, which then is the same. */
  private static Optional<Integer> times(String one, String other) {
    boolean zone = hasZone(one);
    return zone == hasZone(other)
        ? Optional.of(time(one).compareTo(time(other)))
        : Optional.empty();
  }

  private static boolean hasZone(String text) {
    return text.length() > 10 && text.substring(10).matches(".*(Z|[+-]\\d\\d.*)");
  }

  private static OffsetDateTime time(String text) {
    if (text.length() <= 10) {
      return LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
    return hasZone(text)
        ? OffsetDateTime.parse(text, TIME)
        : LocalDateTime.parse(text, TIME).atOffset(ZoneOffset.UTC);
  }
}
