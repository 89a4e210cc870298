package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationName;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a class name that is not well formed was probably meant to be.
 *
 * @param version the version, where the digits tell one
 * @param name the name without the version, where there are enough words for one
 */
record DraftName(Optional<String> version, Optional<String> name) {
  private static final Pattern SHAPE =
      Pattern.compile("(?:[A-Za-z]?_*(\\d[\\d_]*?)_*)?([^\\d_].*)?", Pattern.DOTALL);
  private static final int DATE = 8;
  private static final int VERSION = 14;

  static DraftName of(String id) {
    Matcher matcher = SHAPE.matcher(id);
    if (!matcher.matches()) {
      return new DraftName(Optional.empty(), Optional.empty());
    }
    Optional<String> digits = Optional.ofNullable(matcher.group(1)).map(d -> d.replace("_", ""));
    Optional<String> rest = Optional.ofNullable(matcher.group(2));
    return new DraftName(
        digits.filter(d -> d.length() >= DATE).flatMap(DraftName::real),
        rest.flatMap(words -> NameProposal.fit(Words.of(words))));
  }

  /** The digits filled up to a date and time, each field brought into its range. */
  private static Optional<String> real(String digits) {
    String all = (digits + "000000").substring(0, VERSION);
    int year = Integer.parseInt(all.substring(0, 4));
    int month = within(all.substring(4, 6), 1, 12);
    int day = within(all.substring(6, 8), 1, YearMonth.of(year, month).lengthOfMonth());
    int hour = within(all.substring(8, 10), 0, 23);
    int minute = within(all.substring(10, 12), 0, 59);
    int second = within(all.substring(12, 14), 0, 59);
    return Optional.of("%04d%02d%02d%02d%02d%02d".formatted(year, month, day, hour, minute, second))
        .filter(MigrationName::isVersion);
  }

  private static int within(String digits, int least, int most) {
    return Math.max(least, Math.min(most, Integer.parseInt(digits)));
  }
}
