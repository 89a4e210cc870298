package dev.ngdi.migration.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * A migration as the database has it: its newest row of the history, with what the journal adds.
 * One that was taken back is not there.
 *
 * @param rank the history row's {@code installed_rank}; empty if only the journal has it
 * @param attempt the journal's number of its newest attempt; empty if another tool applied it
 * @param version as the history has it: 14 digits, or whatever another tool wrote
 * @param description the words of its name
 * @param script the history's {@code script}: the class name of one of ours
 * @param checksum the history's checksum; empty if it has none that could be compared with ours
 * @param sha256 the digest in the journal; empty if another tool applied it
 * @param tokensSha256 the digest of its SQL's tokens in the journal; empty for code, and if another
 *     tool applied it
 * @param result how its newest attempt ended
 * @param direction which way that attempt went
 * @param at when it was applied, or when the attempt that never finished was started
 * @param statement for an attempt outside a transaction, the last statement begun, from 1
 * @param by who did it
 * @param milliseconds how long it took
 * @param wayBack how it is taken back, as the journal has it
 * @param commit the source revision it was applied from, if known
 */
public record AppliedMigration(
    Optional<Integer> rank,
    Optional<Long> attempt,
    String version,
    String description,
    String script,
    Optional<Integer> checksum,
    Optional<String> sha256,
    Optional<String> tokensSha256,
    Result result,
    Direction direction,
    Instant at,
    Optional<Integer> statement,
    String by,
    long milliseconds,
    WayBack wayBack,
    Optional<String> commit) {

  /** How an attempt ended. */
  public enum Result {
    /** It did what it should. */
    SUCCESS,
    /** It failed outside a transaction. */
    FAILED,
    /** It was started outside a transaction, and its end was never recorded. */
    UNFINISHED,
    /** It did what it should, as the journal has it, and its row in the history is gone. */
    LOST,
    /** No attempt: the history begins with this version. */
    BASELINE
  }

  /** The id of one of ours, {@code V<version>__<name>}; of another tool's, the same form. */
  public String id() {
    return "V" + version + "__" + description.replace(' ', '_');
  }
}
