package dev.ngdi.migration.model;

import java.util.List;
import java.util.Optional;

/**
 * A well-formed id taken apart: {@code V<yyyyMMddHHmmss>__<action>_<entity>_<details>}.
 *
 * @param version 14 digits that are a real date and time
 * @param words the parts of the name in lower snake case, at least three, the first one the action
 */
public record MigrationName(String version, List<String> words) {
  /** The longest id in bytes: PostgreSQL's longest identifier. */
  public static final int MAX_BYTES = 63;

  private static final int WORDS_START = 17;
  private static final int FEWEST_WORDS = 3;

  public MigrationName {
    words = List.copyOf(words);
  }

  /** Takes an id apart, if it is well formed. */
  public static Optional<MigrationName> parse(String id) {
    if (id.length() > MAX_BYTES || !hasVersion(id)) {
      return Optional.empty();
    }
    String[] words = id.substring(WORDS_START).split("_", -1);
    if (words.length < FEWEST_WORDS || !isLowerLetter(id.charAt(WORDS_START))) {
      return Optional.empty();
    }
    for (String word : words) {
      if (!isWord(word)) {
        return Optional.empty();
      }
    }
    return Optional.of(new MigrationName(id.substring(1, 15), List.of(words)));
  }

  private static boolean isWord(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!isLowerLetter(word.charAt(i)) && !isDigit(word.charAt(i))) {
        return false;
      }
    }
    return !word.isEmpty();
  }

  private static boolean isLowerLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * Whether an id has a place in the order: it begins with {@code V}, a version and {@code __}. The
   * rest may be anything where a policy lets old names be.
   */
  public static boolean hasVersion(String id) {
    return id.length() >= WORDS_START
        && id.startsWith("V")
        && isVersion(id.substring(1, 15))
        && id.startsWith("__", 15);
  }

  /** Whether the text is 14 digits that are a real date and time. */
  public static boolean isVersion(String text) {
    if (text.length() != 14) {
      return false;
    }
    for (int i = 0; i < 14; i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    int month = twoDigits(text, 4);
    int day = twoDigits(text, 6);
    return month >= 1
        && month <= 12
        && day >= 1
        && day <= daysOf(month, 100 * twoDigits(text, 0) + twoDigits(text, 2))
        && twoDigits(text, 8) < 24
        && twoDigits(text, 10) < 60
        && twoDigits(text, 12) < 60;
  }

  private static int daysOf(int month, int year) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private static int twoDigits(String text, int at) {
    return 10 * (text.charAt(at) - '0') + (text.charAt(at + 1) - '0');
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
