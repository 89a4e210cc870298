package dev.ngdi.migration.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Values as SQL writes them, one after the other, for statements that take no parameters. A text is
 * the same whatever {@code standard_conforming_strings} is.
 */
final class Literals {
  private final List<String> values = new ArrayList<>();

  Literals text(String value) {
    values.add("E'" + value.replace("\\", "\\\\").replace("'", "''") + "'");
    return this;
  }

  /** A text, or NULL. */
  Literals text(Optional<String> value) {
    value.ifPresentOrElse(this::text, () -> values.add("NULL"));
    return this;
  }

  Literals number(long value) {
    values.add(Long.toString(value));
    return this;
  }

  Literals truth(boolean value) {
    values.add(Boolean.toString(value));
    return this;
  }

  /** Separated by commas. */
  @Override
  public String toString() {
    return String.join(", ", values);
  }
}
