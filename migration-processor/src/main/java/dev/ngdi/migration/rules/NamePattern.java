package dev.ngdi.migration.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What the names of one kind of object must be like.
 *
 * @param pattern a regular expression, in which <code>{table}</code> and <code>{columns}</code>
 *     stand for names
 */
public record NamePattern(Kind kind, String pattern) {
  private static final String TABLE = "{table}";
  private static final String COLUMNS = "{columns}";
  private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9_]*");

  /** What has a name; the constants are those of the annotation. */
  public enum Kind {
    TABLE,
    VIEW,
    COLUMN,
    INDEX,
    PRIMARY_KEY,
    UNIQUE,
    FOREIGN_KEY,
    CHECK,
    EXCLUSION,
    TRIGGER,
    TYPE,
    ROUTINE;

    /** In words: {@code primary key}. */
    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Why a text is no pattern; empty for one. */
  public static Optional<String> fault(String pattern) {
    try {
      Pattern.compile(filled(pattern, "t", "c"));
      return pattern.isEmpty() ? Optional.of("it is empty") : Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of(e.getDescription().toLowerCase(Locale.ROOT));
    }
  }

  /** Whether a name is as it must be. */
  boolean accepts(NewName name) {
    return Pattern.matches(
        filled(pattern, Pattern.quote(name.table()), Pattern.quote(columns(name))), name.name());
  }

  /** The one name that is accepted, where the pattern leaves no choice. */
  Optional<String> onlyName(NewName name) {
    return LITERAL.matcher(filled(pattern, "", "")).matches()
        ? Optional.of(filled(pattern, name.table(), columns(name)))
        : Optional.empty();
  }

  private static String columns(NewName name) {
    return String.join("_", name.columns());
  }

  private static String filled(String pattern, String table, String columns) {
    return pattern.replace(TABLE, table).replace(COLUMNS, columns);
  }

  /** Those of a kind. */
  static List<NamePattern> of(List<NamePattern> patterns, Kind kind) {
    return patterns.stream().filter(pattern -> pattern.kind() == kind).toList();
  }
}
