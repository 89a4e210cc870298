package dev.ngdi.migration.schema.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LockModeTest {
  private static final String REFUSED = "55P03";

  static List<Integer> majors() {
    return Servers.majors();
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void conflictsAreThoseOfTheServer(int major) throws SQLException {
    Set<String> expected = new TreeSet<>();
    Set<String> seen = new TreeSet<>();
    String url = Servers.database(major);
    try (Connection holder = DriverManager.getConnection(url);
        Connection other = DriverManager.getConnection(url);
        Statement hold = holder.createStatement();
        Statement want = other.createStatement()) {
      hold.execute("CREATE TABLE thing (id int)");
      holder.setAutoCommit(false);
      other.setAutoCommit(false);
      for (LockMode held : LockMode.values()) {
        for (LockMode wanted : LockMode.values()) {
          String pair = held + " " + wanted;
          if (wanted.conflictsWith(held)) {
            expected.add(pair);
          }
          hold.execute("LOCK TABLE thing IN " + held.sql() + " MODE");
          if (isRefused(want, wanted)) {
            seen.add(pair);
          }
          other.rollback();
          holder.rollback();
        }
      }
    }
    assertThat(expected).isEqualTo(seen);
  }

  private static boolean isRefused(Statement statement, LockMode mode) throws SQLException {
    try {
      statement.execute("LOCK TABLE thing IN " + mode.sql() + " MODE NOWAIT");
      return false;
    } catch (SQLException e) {
      if (REFUSED.equals(e.getSQLState())) {
        return true;
      }
      throw e;
    }
  }
}
