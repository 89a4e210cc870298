package dev.ngdi.migration.model;

import java.util.Optional;

/**
 * What a statement does to a relation that is there before its migration.
 *
 * @param relation its name
 * @param lock the strongest lock on it in PostgreSQL's words: {@code ACCESS EXCLUSIVE}
 * @param blocks what waits for that lock: {@code reads and writes}, {@code writes}, {@code schema
 *     changes} or {@code nothing}
 * @param rewritten whether all its rows are written anew
 * @param scanned whether all its rows are read while the lock is held
 * @param indexesRebuilt whether its indexes are built anew
 */
public record RelationEffect(
    String relation,
    String lock,
    String blocks,
    boolean rewritten,
    boolean scanned,
    boolean indexesRebuilt) {

  /** Whether somebody's reads or writes wait for the lock. */
  public boolean blocksTraffic() {
    return blocks.equals("reads and writes") || blocks.equals("writes");
  }

  /**
   * What is done with it while the lock is held, as in "it is rewritten"; empty if that is short.
   */
  public Optional<String> work() {
    if (rewritten) {
      return Optional.of("is rewritten");
    }
    if (indexesRebuilt) {
      return Optional.of("has its indexes rebuilt");
    }
    return scanned ? Optional.of("is read") : Optional.empty();
  }
}
