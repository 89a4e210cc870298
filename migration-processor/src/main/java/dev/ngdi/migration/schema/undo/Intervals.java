package dev.ngdi.migration.schema.undo;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Constants of type {@code interval}, which can be written in many ways. */
final class Intervals {
  private static final Map<String, Integer> MONTHS =
      Map.of("month", 1, "mon", 1, "year", 12, "yr", 12, "y", 12, "decade", 120);
  private static final Map<String, Integer> DAYS = Map.of("day", 1, "d", 1, "week", 7, "w", 7);
  private static final Map<String, Integer> SECONDS =
      Map.ofEntries(
          Map.entry("second", 1),
          Map.entry("sec", 1),
          Map.entry("s", 1),
          Map.entry("minute", 60),
          Map.entry("min", 60),
          Map.entry("m", 60),
          Map.entry("hour", 3600),
          Map.entry("hr", 3600),
          Map.entry("h", 3600));
  private static final Pattern PART =
      Pattern.compile(
          "\\s*(?:([-+]?)(\\d+):(\\d\\d)(?::(\\d\\d(?:\\.\\d+)?))?|([-+]?\\d+(?:\\.\\d+)?)\\s*([a-z]+))");

  private Intervals() {}

  /** A string constant, the same for all that mean the same; as it is if it is not understood. */
  static String normal(String constant) {
    String text = constant.replace("'", "").toLowerCase(Locale.ROOT).strip();
    BigDecimal months = BigDecimal.ZERO;
    BigDecimal days = BigDecimal.ZERO;
    BigDecimal seconds = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!part.find(at) || part.start() != at) {
        return constant;
      }
      at = part.end();
      if (part.group(2) != null) {
        seconds = seconds.add(clock(part));
        continue;
      }
      BigDecimal number = new BigDecimal(part.group(5));
      String unit = singular(part.group(6));
      if (MONTHS.containsKey(unit)) {
        months = months.add(number.multiply(BigDecimal.valueOf(MONTHS.get(unit))));
      } else if (DAYS.containsKey(unit)) {
        days = days.add(number.multiply(BigDecimal.valueOf(DAYS.get(unit))));
      } else if (SECONDS.containsKey(unit)) {
        seconds = seconds.add(number.multiply(BigDecimal.valueOf(SECONDS.get(unit))));
      } else {
        return constant;
      }
    }
    return "'%s mons %s days %s secs'".formatted(plain(months), plain(days), plain(seconds));
  }

  private static String singular(String unit) {
    return unit.length() > 1 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
  }

  private static BigDecimal clock(Matcher part) {
    BigDecimal seconds =
        new BigDecimal(part.group(2))
            .multiply(BigDecimal.valueOf(3600))
            .add(new BigDecimal(part.group(3)).multiply(BigDecimal.valueOf(60)))
            .add(part.group(4) == null ? BigDecimal.ZERO : new BigDecimal(part.group(4)));
    return part.group(1).equals("-") ? seconds.negate() : seconds;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
