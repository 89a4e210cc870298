package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What another session does is seen from a second one. */
class ObserverTest {
  @ParameterizedTest
  @EnumSource
  void forHowLongAStatementRuns(Server server) throws Exception {
    TestDatabase database = server.database();
    try (Connection holder = database.open();
        Connection working = database.open();
        Observer observer = Observer.open(database.settings())) {
      int pid = pid(working);
      assertThat(observer.progress(pid, Duration.ZERO)).as("it does nothing").isEmpty();

      execute(holder, "SELECT pg_advisory_lock(7)");
      Thread thread = new Thread(() -> execute(working, "SELECT pg_advisory_lock(7)"));
      thread.start();
      database.await("SELECT FROM pg_locks WHERE NOT granted AND pid = " + pid);

      assertThat(observer.progress(pid, Duration.ZERO))
          .hasValueSatisfying(place -> assertThat(place).matches("runs for \\d+ s"));
      assertThat(observer.progress(pid, Duration.ofHours(1))).isEqualTo(Optional.empty());
      execute(holder, "SELECT pg_advisory_unlock(7)");
      thread.join();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whoMaySeeWhatSomebodyElseRuns(Server server) throws Exception {
    TestDatabase database = server.database();
    String role = "watcher_" + database.name();
    database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'watcher'");
    try (Connection holder = database.open();
        Connection waiting = database.open();
        Observer observer = Observer.open(database.settings(role, "watcher"))) {
      execute(holder, "SELECT pg_advisory_lock(8)");
      int pid = pid(waiting);
      Thread thread = new Thread(() -> execute(waiting, "SELECT pg_advisory_lock(8)"));
      thread.start();
      database.await("SELECT FROM pg_locks WHERE NOT granted AND pid = " + pid);

      assertThat(observer.blockers(pid))
          .singleElement()
          .satisfies(
              blocker ->
                  assertThat(blocker.sentence())
                      .isEqualTo(
                          "process "
                              + pid(holder)
                              + ", user `postgres`, application `PostgreSQL JDBC Driver`: what it runs"
                              + " is shown to members of pg_read_all_stats only"));
      execute(holder, "SELECT pg_advisory_unlock(8)");
      thread.join();
    }
  }

  private static void execute(Connection connection, String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int pid(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT pg_backend_pid()")) {
      row.next();
      return row.getInt(1);
    }
  }
}
