package dev.ngdi.migration.engine;

import java.util.List;

/**
 * Where a step goes on that an earlier attempt has begun.
 *
 * @param attempt the journal's number of that attempt
 * @param from the statement to begin with, from 1; one more than there are if only the rest is left
 * @param cleanUp statements to run before it, each by itself
 * @param found what was found of the earlier attempt, as {@link Evidence#sentence}
 */
public record Resumption(long attempt, int from, List<String> cleanUp, String found) {
  public Resumption {
    cleanUp = List.copyOf(cleanUp);
  }
}
