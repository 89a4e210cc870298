package dev.ngdi.migration.schema.replay;

import dev.ngdi.migration.schema.PartialName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an expression gives, as far as that is known. */
sealed interface Datum {
  /** Stands in a text where a name is that is not known, and nothing but a name. */
  char NAME = '\uE000';

  /** Stands in a text where anything can be. */
  char ANYTHING = '\uF000';

  /** How many characters behind each of the two stand for the same, as {@link Gaps} gives them. */
  int MOST_GAPS = 0x8FF;

  /** A text, with {@link #NAME}, {@link #ANYTHING} or one of their like where it is not known. */
  record Text(String text) implements Datum {
    boolean known() {
      return text.chars().noneMatch(c -> isGap((char) c));
    }

    /** Whether it can be equal to another; empty if that is not known. */
    Optional<Boolean> same(Text other) {
      if (known() && other.known()) {
        return Optional.of(text.equals(other.text));
      }
      boolean possible =
          known()
              ? pattern(other.text).matches(text)
              : !other.known() || pattern(text).matches(other.text);
      return possible ? Optional.empty() : Optional.of(false);
    }
  }

  record Int(long value) implements Datum {}

  /** A number of which only the least is known that it can be. */
  record AtLeast(long value) implements Datum {}

  record Bool(boolean value) implements Datum {}

  /**
   * The number of an object in the catalogue.
   *
   * @param text how it is written
   */
  record Oid(int oid, String text) implements Datum {}

  record Elements(List<Datum> elements) implements Datum {
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /** A row; what it has no field for is not known of it. */
  record Row(Map<String, Datum> fields) implements Datum {
    Datum field(String name) {
      return fields.getOrDefault(name, Unknown.VALUE);
    }
  }

  record Null() implements Datum {
    static final Datum VALUE = new Null();
  }

  record Unknown() implements Datum {
    static final Datum VALUE = new Unknown();
  }

  /** A number that is written as digits, which are not known. */
  static Datum oid(int oid) {
    return new Oid(oid, String.valueOf(NAME));
  }

  static Datum of(boolean value) {
    return new Bool(value);
  }

  /** Whether a character stands for something that is not known. */
  static boolean isGap(char c) {
    return c >= NAME && c <= ANYTHING + MOST_GAPS;
  }

  /**
   * Which of the marks of its kind a gap is; 0 for one that stands for something else each time.
   */
  static int number(char gap) {
    return gap - (gap >= ANYTHING ? ANYTHING : NAME);
  }

  /** A text as the name that it is, or is in: its gaps hold nothing but names. */
  static String asName(String text) {
    StringBuilder name = new StringBuilder(text);
    for (int i = 0; i < name.length(); i++) {
      if (isGap(name.charAt(i))) {
        name.setCharAt(i, (char) (NAME + number(name.charAt(i))));
      }
    }
    return name.toString();
  }

  /** Its pieces between the gaps. */
  static List<String> pieces(String text) {
    return List.of(text.split("[" + NAME + "-" + (char) (ANYTHING + MOST_GAPS) + "]+", -1));
  }

  /** What is known of a name that is a text, or a part of it. */
  static PartialName pattern(String text) {
    return new PartialName(pieces(text));
  }

  /** Whether it holds as a condition: what is null does not; empty if that is not known. */
  default Optional<Boolean> holds() {
    if (this instanceof Bool bool) {
      return Optional.of(bool.value());
    } else if (this instanceof Text text && text.known()) {
      return Optional.of(text.text().equals("true") || text.text().equals("t"));
    }
    return this instanceof Null ? Optional.of(false) : Optional.empty();
  }

  /** How it is written as text; empty for null. */
  default Optional<String> written() {
    if (this instanceof Text text) {
      return Optional.of(text.text());
    } else if (this instanceof Int number) {
      return Optional.of(String.valueOf(number.value()));
    } else if (this instanceof Bool bool) {
      return Optional.of(bool.value() ? "true" : "false");
    }
    if (this instanceof Oid number) {
      return Optional.of(number.text());
    }
    return this instanceof Null ? Optional.empty() : Optional.of(String.valueOf(ANYTHING));
  }
}
