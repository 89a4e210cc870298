package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.AppliedMigration;
import dev.ngdi.migration.engine.Backoff;
import dev.ngdi.migration.engine.Database;
import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Evidence;
import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Preflight;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.engine.Resolution;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.engine.Unsettled;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A schema of a PostgreSQL database, over one connection that holds the lock and does the work. */
public final class PostgresDatabase implements Database, AutoCloseable {
  private final Session session;
  private final Target target;
  private final DeployLock lock;
  private final History history;
  private final Journal journal;
  private final CodeLoader codes;
  private final Watch watch;
  private final Cancellation cancellation;
  private final StepRunner runner;
  private final Moment.Witness witness;

  private PostgresDatabase(
      Connector.Opened opened,
      ConnectionSettings settings,
      Origin origin,
      MigrationCodes codes,
      Moment.Witness witness) {
    this.session = opened.session();
    this.target = opened.target();
    this.watch = new Watch(settings, session.pid());
    this.cancellation = new Cancellation(session, watch);
    this.lock = new DeployLock(session, settings.lockWait(), cancellation);
    this.history = new History(session);
    this.journal = new Journal(session, origin);
    this.codes = new CodeLoader(codes);
    Retrying retrying = new Retrying(new Backoff(settings.lockWait()), cancellation);
    StepBody body = new StepBody(session, this.codes, settings.limits(), watch, retrying, witness);
    this.runner =
        new StepRunner(
            session,
            journal,
            body,
            new LostCommit(settings),
            retrying,
            new Leftovers(session, lock),
            witness);
    this.witness = witness;
  }

  /**
   * Connects, and checks that it is a PostgreSQL that is new enough. Changes nothing.
   *
   * @param settings where it is
   * @param postgres the oldest major version that will do
   * @param origin who asks
   * @param codes makes the code migrations
   * @throws DatabaseException if it is not to be reached, or is something else
   */
  public static PostgresDatabase connect(
      ConnectionSettings settings, int postgres, Origin origin, MigrationCodes codes)
      throws DatabaseException {
    return connect(settings, postgres, origin, codes, Moment.Witness.NOBODY);
  }

  static PostgresDatabase connect(
      ConnectionSettings settings,
      int postgres,
      Origin origin,
      MigrationCodes codes,
      Moment.Witness witness)
      throws DatabaseException {
    return new PostgresDatabase(
        Connector.open(settings, postgres), settings, origin, codes, witness);
  }

  /** What was reached. */
  public Target target() {
    return target;
  }

  @Override
  public <T> T locked(Progress progress, Work<T> work) throws DatabaseException {
    try {
      lock.acquire(progress);
      witness.at(Moment.LOCKED);
      return work.run();
    } finally {
      lock.release();
      witness.at(Moment.RELEASED);
    }
  }

  @Override
  public List<AppliedMigration> history() throws DatabaseException {
    try {
      return history.read();
    } catch (SQLException e) {
      throw Errors.unexpected("the history was read", e);
    }
  }

  @Override
  public Map<Long, Evidence> evidence(List<Unsettled> unsettled) throws DatabaseException {
    try {
      return new Inquiry(session, lock).evidence(unsettled);
    } catch (SQLException e) {
      throw Errors.unexpected("it was looked for what an earlier run left", e);
    }
  }

  @Override
  public Preflight preflight(Plan plan) throws DatabaseException {
    try {
      return Obstacles.of(plan, session, codes);
    } catch (SQLException e) {
      throw Errors.unexpected("what the plan meets was looked at", e);
    }
  }

  @Override
  public void prepare(Optional<String> baseline) throws DatabaseException {
    try {
      if (!schemaExists()) {
        session.execute("CREATE SCHEMA IF NOT EXISTS " + Session.quote(session.schema()));
      }
      if (!history.exists() || (baseline.isPresent() && history.isEmpty())) {
        new FlywayCore(session).makeHistory(baseline);
        session.execute(session.reset());
      }
      journal.make();
      witness.at(Moment.PREPARED);
    } catch (SQLException e) {
      throw Errors.unexpected("the history was made", e);
    }
  }

  private boolean schemaExists() throws SQLException {
    return session.exists(
        "SELECT FROM pg_catalog.pg_namespace WHERE nspname = ?", session.schema());
  }

  @Override
  public Optional<Failure> run(Step step, String manifest, Progress progress) {
    return runner.run(step, manifest, progress);
  }

  @Override
  public void settle(Resolution resolution, String manifest) throws DatabaseException {
    try {
      new Settler(session, journal).settle(resolution, manifest);
    } catch (SQLException e) {
      throw Errors.unexpected("it was recorded as what it counts", e);
    }
  }

  @Override
  public void clear() throws DatabaseException {
    try {
      new SchemaReset(session).run();
    } catch (SQLException e) {
      throw Errors.unexpected("the schema was emptied", e);
    }
  }

  /**
   * Ends what is under way, from another thread: the running statement is cancelled, its migration
   * fails and is rolled back, and no other is begun. To be called again until the work has ended.
   */
  public void cancel() {
    cancellation.request();
  }

  /** Ends the connection, and with it the lock. */
  @Override
  public void close() {
    watch.close();
    try {
      session.connection().close();
    } catch (SQLException e) {
      // It is closed one way or the other.
    }
  }
}
