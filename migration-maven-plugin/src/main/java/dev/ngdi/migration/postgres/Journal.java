package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.ResolveRequest;
import dev.ngdi.migration.engine.Resumption;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.engine.WayBack;
import dev.ngdi.migration.model.DeclaredMigration;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The table {@code migration_journal}: a row for each attempt to run a migration, either way. It
 * keeps what Flyway's table has no place for: the whole digest, the way back, who, from which
 * commit, and of an attempt outside a transaction that it was started.
 */
final class Journal {
  /** The columns that are known when an attempt starts, and a parameter for each. */
  static final String STARTED =
      "run, version, id, class, direction, transactional, sha256, manifest_sha256, way_back,"
          + " down_sql, down_statements, down_transactional, irreversible, performed_by, revision,"
          + " tool";

  static final String PARAMETERS =
      "?::uuid, ?, ?, ?, ?, ?::boolean, ?, ?, ?, ?, ?::jsonb, ?::boolean, ?, ?, ?, ?";
  static final int PARAMETER_COUNT = 16;

  private final Session session;
  private final Origin origin;
  private final UUID run = UUID.randomUUID();

  Journal(Session session, Origin origin) {
    this.session = session;
    this.origin = origin;
  }

  /** Makes the table where it is missing. */
  void make() throws SQLException {
    session.execute(
        "CREATE TABLE IF NOT EXISTS "
            + session.journal()
            + """
               (
              attempt bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
              run uuid NOT NULL,
              version text NOT NULL,
              id text NOT NULL,
              class text NOT NULL,
              direction text NOT NULL CHECK (direction IN ('up', 'down')),
              transactional boolean NOT NULL,
              outcome text NOT NULL
                CHECK (outcome IN ('started', 'done', 'failed', 'resolved')),
              installed_rank integer,
              statement integer,
              sha256 text NOT NULL,
              manifest_sha256 text NOT NULL,
              way_back text CHECK (way_back IN ('script', 'code', 'irreversible')),
              down_sql text,
              down_statements jsonb,
              down_transactional boolean,
              irreversible text,
              started_at timestamptz NOT NULL,
              finished_at timestamptz,
              performed_by text NOT NULL,
              database_user text NOT NULL DEFAULT session_user,
              revision text,
              tool text NOT NULL,
              error text
            )""");
  }

  /** Sets the parameters of {@link #PARAMETERS}, the first being number {@code at}. */
  void bind(PreparedStatement statement, int at, Step step, String manifest) throws SQLException {
    Parameters set = new Parameters(statement, at);
    set.text(run.toString());
    if (step instanceof Step.Apply apply) {
      DeclaredMigration m = apply.migration();
      set.text(m.version());
      set.text(m.id());
      set.text(m.className());
      bindAttempt(set, step, m.sha256(), manifest);
      bindWayBack(set, WayBack.of(m));
    } else if (step instanceof Step.Revert revert) {
      set.text(revert.applied().version());
      set.text(revert.id());
      set.text(revert.applied().script());
      String digest =
          revert
              .applied()
              .sha256()
              .or(() -> revert.declared().map(DeclaredMigration::sha256))
              .orElse("");
      bindAttempt(set, step, digest, manifest);
      bindNoWayBack(set);
    }
    set.text(origin.who());
    set.text(origin.commit());
    set.text(origin.tool());
  }

  private static void bindAttempt(Parameters set, Step step, String digest, String manifest)
      throws SQLException {
    set.text(nameOf(step.direction()));
    set.text(Boolean.toString(step.transactional()));
    set.text(digest);
    set.text(manifest);
  }

  private static void bindWayBack(Parameters set, WayBack wayBack) throws SQLException {
    if (wayBack instanceof WayBack.Script script) {
      set.text("script");
      set.text(script.sql().text());
      set.text(DownStatements.write(script.sql().statements()));
      set.text(Boolean.toString(script.sql().transactional()));
      set.text(Optional.empty());
    } else if (wayBack instanceof WayBack.Irreversible irreversible) {
      set.text("irreversible");
      set.text(Optional.empty());
      set.text(Optional.empty());
      set.text(Optional.empty());
      set.text(irreversible.because());
    } else {
      set.text("code");
      for (int i = 0; i < 4; i++) {
        set.text(Optional.empty());
      }
    }
  }

  private static void bindNoWayBack(Parameters set) throws SQLException {
    for (int i = 0; i < 5; i++) {
      set.text(Optional.empty());
    }
  }

  static String nameOf(Direction direction) {
    return direction.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Records that an attempt outside a transaction starts; durable when it returns. The attempt that
   * it goes on with is settled by it.
   *
   * @return its number
   */
  long start(Step step, String manifest) throws SQLException {
    String sql =
        "WITH earlier AS (UPDATE "
            + session.journal()
            + " SET outcome = 'resolved' WHERE attempt = ?) INSERT INTO "
            + session.journal()
            + " ("
            + STARTED
            + ", outcome, started_at, statement) VALUES ("
            + PARAMETERS
            + ", 'started', clock_timestamp(), ?) RETURNING attempt";
    try (PreparedStatement insert = session.connection().prepareStatement(sql)) {
      insert.setLong(1, step.resumption().map(Resumption::attempt).orElse(0L));
      bind(insert, 2, step, manifest);
      insert.setInt(PARAMETER_COUNT + 2, step.resumption().map(Resumption::from).orElse(1));
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Records which statement of a started attempt begins, from 1. */
  void statement(long attempt, int number) throws SQLException {
    session.execute(
        "UPDATE "
            + session.journal()
            + " SET statement = "
            + number
            + " WHERE attempt = "
            + attempt);
  }

  /** Records an attempt in a transaction that was rolled back. */
  void failed(Step step, String manifest, String error) throws SQLException {
    try (PreparedStatement insert =
        session
            .connection()
            .prepareStatement(
                "INSERT INTO "
                    + session.journal()
                    + " ("
                    + STARTED
                    + ", outcome, started_at, finished_at, error) VALUES ("
                    + PARAMETERS
                    + ", 'failed', clock_timestamp(), clock_timestamp(), ?)")) {
      bind(insert, 1, step, manifest);
      insert.setString(PARAMETER_COUNT + 1, error);
      insert.executeUpdate();
    }
  }

  /** Who says now what an attempt counts as. */
  String note(ResolveRequest.As as) {
    return "resolved as %s by %s%s"
        .formatted(as.word(), origin.who(), origin.commit().map(c -> ", revision " + c).orElse(""));
  }

  /** Records that an attempt is settled. */
  void resolved(long attempt, String note) throws SQLException {
    try (PreparedStatement update =
        session
            .connection()
            .prepareStatement(
                "UPDATE "
                    + session.journal()
                    + " SET outcome = 'resolved', finished_at = clock_timestamp(), error = ? WHERE"
                    + " attempt = ?")) {
      update.setString(1, note);
      update.setLong(2, attempt);
      update.executeUpdate();
    }
  }

  /** Whether an attempt of this run is recorded as done, seen from another session. */
  boolean isDone(Session other, Step step) throws SQLException {
    return other.exists(
        "SELECT FROM "
            + session.journal()
            + " WHERE run = ?::uuid AND id = ? AND direction = ? AND outcome = 'done'",
        run.toString(),
        step.id(),
        nameOf(step.direction()));
  }

  /** Sets one parameter after the other. */
  private static final class Parameters {
    private final PreparedStatement statement;
    private int next;

    Parameters(PreparedStatement statement, int first) {
      this.statement = statement;
      this.next = first;
    }

    void text(String value) throws SQLException {
      statement.setString(next++, value);
    }

    void text(Optional<String> value) throws SQLException {
      if (value.isPresent()) {
        text(value.get());
      } else {
        statement.setNull(next++, Types.VARCHAR);
      }
    }
  }
}
