package dev.ngdi.migration.engine;

import java.util.List;

/**
 * What the catalogue shows of the last statement that an attempt outside a transaction began.
 *
 * @param kind what it means for going on
 * @param sentence what was found and what follows: lower case, no final stop, code in backticks
 * @param cleanUp statements to run first, each by itself: what is half done is taken away, or
 *     finished
 */
public record Evidence(Kind kind, String sentence, List<String> cleanUp) {

  /** What it means for going on. */
  public enum Kind {
    /** It has taken effect, or does so by the clean-up: the next one is to be run. */
    DONE,
    /** It can be run, again or for the first time. */
    AGAIN,
    /** That cannot be seen. */
    OPEN
  }

  public Evidence {
    cleanUp = List.copyOf(cleanUp);
  }

  /** It has taken effect. */
  public static Evidence done(String sentence, String... cleanUp) {
    return new Evidence(Kind.DONE, sentence, List.of(cleanUp));
  }

  /** It can be run. */
  public static Evidence again(String sentence, List<String> cleanUp) {
    return new Evidence(Kind.AGAIN, sentence, cleanUp);
  }

  /** Nobody can tell. */
  public static Evidence open(String sentence) {
    return new Evidence(Kind.OPEN, sentence, List.of());
  }
}
