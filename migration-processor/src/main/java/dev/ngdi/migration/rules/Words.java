package dev.ngdi.migration.rules;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names as words. */
final class Words {
  private static final Pattern MARKUP = Pattern.compile("\\{@\\w+|<[^>]*>");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

  private Words() {}

  /** The words of a name in snake, kebab or camel case: lower case, accents dropped. */
  static List<String> of(String name) {
    String plain =
        isAscii(name)
            ? name
            : ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= plain.length(); i++) {
      boolean inside = i < plain.length() && isAlphanumeric(plain.charAt(i));
      if (!inside || (i > start && beginsWord(plain, i))) {
        if (i > start) {
          words.add(plain.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = inside ? i : i + 1;
      }
    }
    return List.copyOf(words);
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }

  /** Whether a capital letter begins a word in camel case. */
  private static boolean beginsWord(String name, int at) {
    char before = name.charAt(at - 1);
    return isCapital(name.charAt(at))
        && (!isCapital(before) || (at + 1 < name.length() && isSmall(name.charAt(at + 1))));
  }

  private static boolean isAlphanumeric(char c) {
    return isSmall(c) || isCapital(c) || (c >= '0' && c <= '9');
  }

  private static boolean isSmall(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  /**
   * The words of a sentence: without tags, and without what stands in angle brackets to fill in.
   */
  static List<String> ofProse(String text) {
    boolean marked = text.indexOf('<') >= 0 || text.contains("{@");
    return of(marked ? MARKUP.matcher(text).replaceAll(" ") : text);
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
