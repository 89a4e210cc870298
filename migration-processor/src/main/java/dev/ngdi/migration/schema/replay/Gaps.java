package dev.ngdi.migration.schema.replay;

import java.util.Collection;

/**
 * Gives the unknown places in a text that a variable keeps marks of their own: where the same mark
 * stands twice the same stands there, since both came from the variable.
 */
final class Gaps {
  private int last;

  /** New marks besides those in values. */
  Gaps(Collection<Datum> values) {
    for (Datum value : values) {
      if (value instanceof Datum.Text text) {
        text.text().chars().filter(c -> Datum.isGap((char) c)).forEach(this::use);
      }
    }
  }

  private void use(int mark) {
    last = Math.max(last, Datum.number((char) mark));
  }

  /** The value with such marks. */
  Datum own(Datum value) {
    if (!(value instanceof Datum.Text text) || text.known()) {
      return value;
    }
    StringBuilder own = new StringBuilder(text.text());
    for (int i = 0; i < own.length(); i++) {
      char c = own.charAt(i);
      if ((c == Datum.NAME || c == Datum.ANYTHING) && last < Datum.MOST_GAPS) {
        own.setCharAt(i, (char) (c + ++last));
      }
    }
    return new Datum.Text(own.toString());
  }
}
