package dev.ngdi.migration.schema.differential;

import java.util.Arrays;
import java.util.stream.Collectors;

/** How things are written in a failure. */
final class Text {
  private Text() {}

  /** An exception with the beginning of its trace. */
  static String of(RuntimeException exception) {
    return exception
        + Arrays.stream(exception.getStackTrace())
            .limit(6)
            .map(frame -> "\n    at " + frame)
            .collect(Collectors.joining());
  }
}
