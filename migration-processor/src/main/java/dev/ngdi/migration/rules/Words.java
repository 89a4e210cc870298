package dev.ngdi.migration.rules;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as words. */
final class Words {
  private static final Pattern BETWEEN =
      Pattern.compile("[^\\p{Alnum}]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Pattern MARKUP = Pattern.compile("\\{@\\w+|<[^>]*>");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

  private Words() {}

  /** The words of a name in snake, kebab or camel case: lower case, accents dropped. */
  static List<String> of(String name) {
    String plain =
        name.chars().allMatch(c -> c < 128)
            ? name
            : ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    return Arrays.stream(BETWEEN.split(plain))
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }

  /**
   * The words of a sentence: without tags, and without what stands in angle brackets to fill in.
   */
  static List<String> ofProse(String text) {
    return of(MARKUP.matcher(text).replaceAll(" "));
  }

  /** The name in lower snake case. */
  static String snake(String name) {
    return String.join("_", of(name));
  }

  /** The word without its plural ending. */
  static String singular(String word) {
    if (word.length() > 4 && word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.length() > 4 && ends(word, "sses", "xes", "ches", "shes", "uses")) {
      return word.substring(0, word.length() - 2);
    }
    boolean plural = word.length() > 3 && word.endsWith("s") && !ends(word, "ss", "us", "is");
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean ends(String word, String... endings) {
    for (String ending : endings) {
      if (word.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }
}
