package dev.ngdi.migration.model;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A well-formed id taken apart: {@code V<yyyyMMddHHmmss>__<action>_<entity>_<details>}.
 *
 * @param version 14 digits that are a real date and time
 * @param words the parts of the name in lower snake case, at least three, the first one the action
 */
public record MigrationName(String version, List<String> words) {
  /** The longest id in bytes: PostgreSQL's longest identifier. */
  public static final int MAX_BYTES = 63;

  private static final Pattern SHAPE =
      Pattern.compile("V(\\d{14})__([a-z][a-z0-9]*(?:_[a-z0-9]+){2,})");

  public MigrationName {
    words = List.copyOf(words);
  }

  /** Takes an id apart, if it is well formed. */
  public static Optional<MigrationName> parse(String id) {
    Matcher matcher = SHAPE.matcher(id);
    if (!matcher.matches() || id.length() > MAX_BYTES || !isVersion(matcher.group(1))) {
      return Optional.empty();
    }
    return Optional.of(
        new MigrationName(matcher.group(1), List.of(matcher.group(2).split("_", -1))));
  }

  /**
   * Whether an id has a place in the order: it begins with {@code V}, a version and {@code __}. The
   * rest may be anything where a policy lets old names be.
   */
  public static boolean hasVersion(String id) {
    return id.length() >= 17
        && id.startsWith("V")
        && isVersion(id.substring(1, 15))
        && id.startsWith("__", 15);
  }

  /** Whether the text is 14 digits that are a real date and time. */
  public static boolean isVersion(String text) {
    if (text.length() != 14 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return false;
    }
    int month = number(text, 4, 6);
    return month >= 1
        && month <= 12
        && number(text, 6, 8) >= 1
        && number(text, 6, 8) <= YearMonth.of(number(text, 0, 4), month).lengthOfMonth()
        && number(text, 8, 10) < 24
        && number(text, 10, 12) < 60
        && number(text, 12, 14) < 60;
  }

  private static int number(String text, int start, int end) {
    return Integer.parseInt(text, start, end, 10);
  }

  /** The first word. */
  public String action() {
    return words.get(0);
  }

  /** The name without the version, in snake case. */
  public String name() {
    return String.join("_", words);
  }
}
