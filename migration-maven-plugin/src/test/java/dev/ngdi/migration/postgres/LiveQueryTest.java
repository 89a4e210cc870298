package dev.ngdi.migration.postgres;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.locking;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.RelationEffect;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A live query that crosses a deploy does not fail for it: the deploy gives way. */
final class LiveQueryTest {
  private static final String WAITING =
      "SELECT FROM pg_locks WHERE NOT granted AND relation = 'dist'::regclass AND mode = '%s'";

  private static final Manifest REFERENCE =
      manifest(
          locking(
              id(3),
              "ALTER TABLE dist ADD CONSTRAINT dist_account_fk FOREIGN KEY (account) REFERENCES"
                  + " account NOT VALID",
              lock("dist"),
              lock("account")));

  private static RelationEffect lock(String relation) {
    return new RelationEffect(relation, "SHARE ROW EXCLUSIVE", "writes", false, false, false);
  }

  /** Begins a transaction that changes a row. */
  private static Connection change(TestDatabase database, String sql) throws Exception {
    Connection connection = database.open();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    return connection;
  }

  @ParameterizedTest
  @EnumSource
  void isNotTheOneThatEndsInADeadlock(Server server) throws Exception {
    TestDatabase database = server.database();
    String role = "owner_" + database.name();
    database.execute(
        "CREATE TABLE account (id bigint PRIMARY KEY, n int); CREATE TABLE dist (id bigint PRIMARY"
            + " KEY, account bigint, n int); INSERT INTO account VALUES (1, 0); INSERT INTO dist"
            + " VALUES (1, 1, 0), (2, 1, 0); CREATE ROLE "
            + role
            + " LOGIN PASSWORD 'owner'; GRANT CREATE, USAGE ON SCHEMA public TO "
            + role
            + "; ALTER TABLE account OWNER TO "
            + role
            + "; ALTER TABLE dist OWNER TO "
            + role);
    CompletableFuture<Outcome> deploy;
    try (Connection holder = change(database, "UPDATE dist SET n = 1 WHERE id = 1");
        Connection live = change(database, "UPDATE account SET n = 1 WHERE id = 1");
        Statement query = live.createStatement()) {
      deploy =
          CompletableFuture.supplyAsync(
              () -> deploy(database, role), task -> new Thread(task).start());
      database.await(WAITING.formatted("ShareRowExclusiveLock"));
      CompletableFuture<Void> release =
          CompletableFuture.runAsync(
              () -> {
                try {
                  database.await(
                      WAITING.formatted("RowExclusiveLock")
                          + " OR EXISTS (SELECT FROM dist WHERE n = 2)");
                  holder.commit();
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              },
              task -> new Thread(task).start());

      query.execute("UPDATE dist SET n = 2 WHERE id = 2");
      live.commit();
      release.get(60, TimeUnit.SECONDS);
    }

    assertThat(deploy.get(60, TimeUnit.SECONDS).failure()).isEmpty();
    assertThat(database.rows("SELECT n FROM account UNION ALL SELECT n FROM dist ORDER BY n"))
        .containsExactly("1", "1", "2");
  }

  private static Outcome deploy(TestDatabase database, String role) {
    try (PostgresDatabase connected = database.connect(database.settings(role, "owner"))) {
      return new Engine(REFERENCE, connected, Progress.NONE)
          .deploy(DeployRequest.PLAIN.from("20250101000000"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
