package dev.ngdi.migration.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What somebody says of an attempt that did not come to its end, or has lost its row in the
 * history.
 *
 * @param id the migration's id, or its version
 * @param as what is true of it
 * @param confirmed whether it is to be recorded, and not only shown
 */
public record ResolveRequest(String id, As as, boolean confirmed) {

  /** What can be true of an attempt. */
  public enum As {
    /** All of it is done. */
    APPLIED,
    /** Nothing of it is done. */
    NOT_APPLIED,
    /** Its last statement is to be run again, and what comes behind it. */
    RETRY;

    /** As it is typed: {@code not-applied}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one that is typed so. */
    public static Optional<As> of(String word) {
      return Arrays.stream(values()).filter(as -> as.word().equals(word)).findFirst();
    }
  }
}
