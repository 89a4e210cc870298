package dev.ngdi.migration.postgres;

import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.StatementSpan;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long a statement may wait for locks, and how long it may run.
 *
 * @param lock {@code lock_timeout}; zero for ever
 * @param statement {@code statement_timeout}; zero for ever
 */
record Limits(Duration lock, Duration statement) {
  static final Limits NONE = new Limits(Duration.ZERO, Duration.ZERO);

  /** With less, a lock on a busy table is hardly ever to be had. */
  private static final Duration SHORTEST = Duration.ofMillis(50);

  private static final String CHANGES_ROWS = "ROW EXCLUSIVE";

  /**
   * Whether others wait while a statement waits for its locks or works, or might: then it must not
   * do so for long. What changes rows keeps those that it has changed while it waits for the next
   * one. A concurrent build or a validation makes nobody wait, and is not to be given up after
   * hours for the last moment of them.
   */
  static boolean mayHoldUpTraffic(StatementSpan statement, String sql) {
    if (Concurrently.is(sql)) {
      return false;
    }
    return statement.effect().relations().isEmpty()
        || !statement.effect().unproven().isEmpty()
        || statement.effect().relations().stream()
            .anyMatch(r -> r.blocksTraffic() || r.lock().equals(CHANGES_ROWS));
  }

  /**
   * The limits of what locks several relations that others use. While it waits for the second,
   * those who wait for the first hold, it may be, what it waits for; it has to give up before one
   * of them looks for a deadlock and ends itself.
   *
   * @param relations how many relations it locks so that others wait
   * @param deadlockTimeout after how long a wait the others look
   */
  Limits among(int relations, Duration deadlockTimeout) {
    if (relations < 2 || lock.isZero()) {
      return this;
    }
    Duration share = deadlockTimeout.multipliedBy(9).dividedBy(10L * relations);
    Duration longest = share.compareTo(SHORTEST) < 0 ? SHORTEST : share;
    return longest.compareTo(lock) < 0 ? new Limits(longest, statement) : this;
  }

  /** The relations that a statement locks so that others wait. */
  static Set<String> heldUp(StatementSpan statement) {
    return statement.effect().relations().stream()
        .filter(RelationEffect::blocksTraffic)
        .map(RelationEffect::relation)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a statement sets a limit itself, which is then the migration's own business. */
  static boolean isSetBy(StatementSpan statement, String sql) {
    String text = sql.toLowerCase(Locale.ROOT);
    return (statement.summary().startsWith("SET") || text.contains("set_config"))
        && (text.contains("lock_timeout") || text.contains("statement_timeout"));
  }

  /**
   * Whether it is {@code statement_timeout} that ended a statement. The server says the same of a
   * statement that somebody cancels, apart from words in the language of the server; but its limit
   * cannot end one before it is reached, nor let one go on behind it.
   *
   * @param sqlState what the statement failed with
   * @param ran for how long it ran, as seen from here
   * @param cancelled whether this program asked the server to cancel it
   */
  boolean ended(Optional<String> sqlState, Duration ran, boolean cancelled) {
    return sqlState.filter(StepFailedException.CANCELED::equals).isPresent()
        && !cancelled
        && !statement.isZero()
        && ran.compareTo(statement) >= 0;
  }

  /**
   * Statements that set them.
   *
   * @param local whether for the running transaction only
   */
  String sql(boolean local) {
    String set = local ? "SET LOCAL " : "SET ";
    return set
        + "lock_timeout = "
        + lock.toMillis()
        + "; "
        + set
        + "statement_timeout = "
        + statement.toMillis();
  }
}
