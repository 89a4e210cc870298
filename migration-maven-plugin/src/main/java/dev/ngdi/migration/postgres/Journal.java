package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.AppliedMigration;
import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.ResolveRequest;
import dev.ngdi.migration.engine.Resumption;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.engine.WayBack;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Sql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The table {@code migration_journal}: a row for each attempt to run a migration, either way. It
 * keeps what Flyway's table has no place for: the whole digest, the way back, who, from which
 * commit, and of an attempt outside a transaction that it was started.
 */
final class Journal {
  /** The columns that are known when an attempt starts. */
  static final String STARTED =
      "run, version, id, class, direction, transactional, sha256, tokens_sha256, manifest_sha256,"
          + " way_back, down_sql, down_statements, down_transactional, irreversible, performed_by,"
          + " revision, tool";

  /** Their types. */
  static final String TYPES =
      "uuid, text, text, text, text, boolean, text, text, text, text, text, jsonb, boolean, text,"
          + " text, text, text";

  static final int PARAMETER_COUNT = 17;

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
              direction text NOT NULL,
              transactional boolean NOT NULL,
              outcome text NOT NULL,
              installed_rank integer,
              statement integer,
              sha256 text NOT NULL,
              tokens_sha256 text,
              manifest_sha256 text NOT NULL,
              way_back text,
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

  /** The values of {@link #STARTED}, separated by commas. */
  Literals values(Step step, String manifest) {
    Literals values = new Literals().text(run.toString());
    if (step instanceof Step.Apply apply) {
      DeclaredMigration m = apply.migration();
      values.text(m.version()).text(m.id()).text(m.className());
      attempt(values, step, m.sha256(), m.up().map(Sql::tokensSha256), manifest);
      wayBack(values, Optional.of(WayBack.of(m)));
    } else if (step instanceof Step.Revert revert) {
      AppliedMigration applied = revert.applied();
      String digest =
          applied.sha256().or(() -> revert.declared().map(DeclaredMigration::sha256)).orElse("");
      values.text(applied.version()).text(revert.id()).text(applied.script());
      attempt(values, step, digest, applied.tokensSha256(), manifest);
      wayBack(values, Optional.empty());
    }
    return values.text(origin.who()).text(origin.commit()).text(origin.tool());
  }

  private static void attempt(
      Literals values, Step step, String digest, Optional<String> tokens, String manifest) {
    values
        .text(nameOf(step.direction()))
        .truth(step.transactional())
        .text(digest)
        .text(tokens)
        .text(manifest);
  }

  /** Which it is, its script, the statements and the transaction of that, and why there is none. */
  private static void wayBack(Literals values, Optional<WayBack> wayBack) {
    Optional<WayBack.Script> script = as(wayBack, WayBack.Script.class);
    Optional<WayBack.Irreversible> none = as(wayBack, WayBack.Irreversible.class);
    values
        .text(
            wayBack.map(
                w -> script.isPresent() ? "script" : none.isPresent() ? "irreversible" : "code"))
        .text(script.map(w -> w.sql().text()))
        .text(script.map(w -> DownStatements.write(w.sql().statements())))
        .text(script.map(w -> Boolean.toString(w.sql().transactional())))
        .text(none.map(WayBack.Irreversible::because));
  }

  private static <T> Optional<T> as(Optional<WayBack> wayBack, Class<T> kind) {
    return wayBack.filter(kind::isInstance).map(kind::cast);
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
    Optional<Resumption> resumption = step.resumption();
    String sql =
        "WITH earlier AS (UPDATE %s SET outcome = 'resolved' WHERE attempt = %d)"
                .formatted(session.journal(), resumption.map(Resumption::attempt).orElse(0L))
            + " INSERT INTO %s (%s, outcome, started_at, statement)"
                .formatted(session.journal(), STARTED)
            + " VALUES ("
            + values(step, manifest)
            + ", 'started', clock_timestamp(), "
            + resumption.map(Resumption::from).orElse(1)
            + ") RETURNING attempt";
    try (Statement statement = session.connection().createStatement()) {
      statement.setEscapeProcessing(false);
      try (ResultSet row = statement.executeQuery(sql)) {
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
    session.execute(
        "INSERT INTO %s (%s, outcome, started_at, finished_at, error)"
                .formatted(session.journal(), STARTED)
            + " VALUES ("
            + values(step, manifest)
            + ", 'failed', clock_timestamp(), clock_timestamp(), "
            + new Literals().text(error)
            + ")");
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
}
