package dev.ngdi.migration.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ngdi.migration.settings.GoalException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real server. */
final class DevDatabaseTest {
  private static final int MAJOR = Integer.getInteger("postgres.oldest", 14);
  private static final String DIRECTORY = ".db/postgres-" + MAJOR;
  private static final Path JAR = Path.of(System.getProperty("postgres.binaries"), MAJOR + ".jar");
  private static final Duration WAIT = Duration.ofSeconds(30);

  private final List<String> log = new ArrayList<>();

  @TempDir private Path module;

  @Test
  void keepsItsDataFromOneRunToTheNext() throws Exception {
    try (DevDatabase first = start(WAIT)) {
      execute(first, "CREATE TABLE kept AS SELECT 42 AS answer");
    }

    try (DevDatabase second = start(WAIT);
        Connection connection = DriverManager.getConnection(second.url(), second.user(), "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT answer FROM kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(42);
    }
    assertThat(module.resolve(".db/.gitignore")).hasContent("*");
    assertThat(log).isEmpty();
  }

  @Test
  void isUsedByOneGoalAtATime() throws Exception {
    try (DevDatabase first = start(WAIT)) {
      assertThat(first.url()).startsWith("jdbc:postgresql://localhost:");
      assertThatThrownBy(() -> start(Duration.ZERO))
          .isInstanceOf(GoalException.class)
          .hasMessage(
              """
              the dev database is in use by another goal, process %d
              let it end, or wait longer with `-Ddb.lockWait=<seconds>`"""
                  .formatted(ProcessHandle.current().pid()));
    }
    start(WAIT).close();
  }

  @Test
  void stopsAServerThatAKilledRunLeftBehind() throws Exception {
    DevDatabase killed = start(WAIT);
    long orphan =
        Long.parseLong(
            Files.readAllLines(module.resolve(DIRECTORY).resolve("postmaster.pid")).get(0));

    Orphan.stop(module.resolve(DIRECTORY));

    assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
    killed.close();
  }

  @Test
  void saysWhatIsWrongWhenItsDirectoryCannotBeWritten() throws Exception {
    Files.writeString(module.resolve(".db"), "a file in its place");

    assertThatThrownBy(() -> start(WAIT))
        .isInstanceOf(GoalException.class)
        .hasMessageStartingWith("the dev database's directory `" + module.resolve(".db") + "`");
  }

  private DevDatabase start(Duration wait) throws GoalException {
    return DevDatabase.start(module, MAJOR, JAR, wait, log::add);
  }

  private static void execute(DevDatabase database, String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(database.url(), database.user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
