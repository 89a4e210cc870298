package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.model.Digest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * The lock that one deployer of a schema holds at a time: two advisory locks of the session that
 * also works, so that they end when the work does, whatever ends it.
 *
 * <p>The first is ours, in the form of two numbers: {@link #SPACE} for this project, and the first
 * 32 bits of the SHA-256 of the history table's name. The second is the number that Flyway takes
 * for the same table, so that Flyway waits for us and we for it. Ours does not depend on how Flyway
 * makes its number, which it nowhere promises.
 */
final class DeployLock {
  /** The letters {@code ngdi}. */
  static final int SPACE = 0x6E676469;

  private static final long FLYWAY = 77431708279161L;
  private static final Duration REMIND = Duration.ofSeconds(10);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(20);

  private final Session session;
  private final Duration limit;
  private final Cancellation cancellation;
  private final String ours;
  private final String flyways;

  DeployLock(Session session, Duration limit, Cancellation cancellation) {
    this.session = session;
    this.limit = limit;
    this.cancellation = cancellation;
    this.ours = SPACE + ", " + Digest.checksum(Digest.sha256(session.history()));
    this.flyways = Long.toString(FLYWAY + session.history().hashCode());
  }

  void acquire(Progress progress) throws DatabaseException {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      await(ours, deadline, progress);
      await(flyways, deadline, progress);
    } catch (SQLException e) {
      throw Errors.unexpected("the deploy lock was waited for", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseException(interrupted(), e);
    }
  }

  private static Refusal interrupted() {
    return Refusal.of(
        "interrupted",
        "the wait for the deploy lock was interrupted, and nothing was changed",
        "run this again");
  }

  /** Gives back what is held; a lost session holds nothing. */
  void release() {
    try {
      session.execute(
          "SELECT pg_advisory_unlock("
              + ours
              + ") WHERE "
              + held(ours)
              + "; SELECT pg_advisory_unlock("
              + flyways
              + ") WHERE "
              + held(flyways));
    } catch (SQLException e) {
      // The session is lost, and its locks with it.
    }
  }

  /** Whether another deployer of the schema holds the lock, and so is at work. */
  boolean isHeldByAnother() throws SQLException {
    return session.exists(
        "SELECT FROM pg_locks WHERE pid <> pg_backend_pid() AND database = (SELECT oid FROM"
            + " pg_database WHERE datname = current_database()) AND "
            + matches(ours));
  }

  /**
   * Gives back the advisory locks of the session that a migration took and left.
   *
   * @return how many there were
   */
  int releaseOthers() throws SQLException {
    String others =
        "SELECT CASE objsubid WHEN 2 THEN CASE mode WHEN 'ShareLock' THEN"
            + " pg_advisory_unlock_shared(one, two) ELSE pg_advisory_unlock(one, two) END ELSE CASE"
            + " mode WHEN 'ShareLock' THEN pg_advisory_unlock_shared(whole) ELSE"
            + " pg_advisory_unlock(whole) END END FROM (SELECT objsubid, mode,"
            + " classid::bigint::bit(32)::int AS one, objid::bigint::bit(32)::int AS two,"
            + " (classid::bigint << 32) | objid::bigint AS whole FROM pg_locks WHERE pid ="
            + " pg_backend_pid() AND locktype = 'advisory' AND granted AND NOT ("
            + matches(ours)
            + ") AND NOT ("
            + matches(flyways)
            + ")) held";
    int count = 0;
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery(others)) {
      while (row.next()) {
        count++;
      }
    }
    return count;
  }

  private void await(String key, long deadline, Progress progress)
      throws SQLException, InterruptedException, DatabaseException {
    long remind = System.nanoTime();
    long pause = SHORTEST_PAUSE.toMillis();
    while (!tryLock(key)) {
      Optional<String> holder = holder(key);
      if (System.nanoTime() >= deadline) {
        throw new DatabaseException(timeout(holder));
      }
      if (System.nanoTime() >= remind && holder.isPresent()) {
        progress.waiting(holder.get());
        remind = System.nanoTime() + REMIND.toNanos();
      }
      if (cancellation.pause(Duration.ofMillis(pause))) {
        throw new DatabaseException(interrupted());
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis());
    }
  }

  private boolean tryLock(String key) throws SQLException {
    try (Statement statement = session.connection().createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + key + ")")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  private Refusal timeout(Optional<String> holder) {
    return Refusal.of(
        "lock-timeout",
        "another deployer did not finish within "
            + limit.toSeconds()
            + " s: "
            + holder.orElse("it ended at the last moment"),
        "wait for it and run this again, or end its session if nobody is behind it");
  }

  /** A condition: whether this session holds the lock. */
  private static String held(String key) {
    return "EXISTS (SELECT FROM pg_locks WHERE pid = pg_backend_pid() AND " + matches(key) + ")";
  }

  private static String matches(String key) {
    String[] numbers = key.split(", ", -1);
    long one = Long.parseLong(numbers[0]);
    long high = numbers.length == 2 ? one & 0xFFFFFFFFL : one >>> 32;
    long low = (numbers.length == 2 ? Long.parseLong(numbers[1]) : one) & 0xFFFFFFFFL;
    return "locktype = 'advisory' AND granted AND classid = "
        + high
        + " AND objid = "
        + low
        + " AND objsubid = "
        + (numbers.length == 2 ? 2 : 1);
  }

  private Optional<String> holder(String key) throws SQLException {
    String sql =
        "SELECT pid, usename, application_name, client_addr, backend_start FROM pg_locks JOIN"
            + " pg_stat_activity USING (pid) JOIN pg_database ON pg_database.oid = pg_locks.database"
            + " WHERE pg_database.datname = current_database() AND "
            + matches(key);
    try (PreparedStatement query = session.connection().prepareStatement(sql);
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      StringBuilder holder = new StringBuilder("process " + row.getInt(1));
      Optional.ofNullable(row.getString(2))
          .ifPresent(v -> holder.append(", user `").append(v).append('`'));
      Optional.ofNullable(row.getString(3))
          .ifPresent(v -> holder.append(", application `").append(v).append('`'));
      Optional.ofNullable(row.getString(4)).ifPresent(v -> holder.append(", from ").append(v));
      Optional.ofNullable(row.getString(5))
          .ifPresent(v -> holder.append(", connected since ").append(v));
      return Optional.of(holder.toString());
    }
  }
}
