package dev.ngdi.migration.schema.locks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Servers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The server's functions are as volatile as they are held to be. */
@Tag("fast")
class BuiltinFunctionsTest {
  private static final String CALLABLE =
      """
      SELECT proname FROM pg_proc
       WHERE pronamespace = 'pg_catalog'::regnamespace AND prokind = 'f'
         AND prorettype NOT IN ('trigger'::regtype, 'event_trigger'::regtype,
             'internal'::regtype, 'table_am_handler'::regtype, 'index_am_handler'::regtype,
             'tsm_handler'::regtype, 'language_handler'::regtype, 'fdw_handler'::regtype,
             'cstring'::regtype)
         AND NOT 'internal'::regtype = ANY (proargtypes::oid[])
         AND NOT 'cstring'::regtype = ANY (proargtypes::oid[])
         AND proname !~ '^binary_upgrade_'
       GROUP BY 1 HAVING bool_and(provolatile = 'v') = %s
      """;

  static List<Integer> majors() {
    return Servers.majors();
  }

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("majors")
  void eachIsInTheRightList(int major) throws SQLException {
    try (Connection connection = Servers.connect(major)) {
      assertThat(BuiltinFunctions.volatiles()).containsAll(names(connection, true));
      assertThat(BuiltinFunctions.stable()).containsAll(names(connection, false));
      assertThat(BuiltinFunctions.volatiles())
          .doesNotContainAnyElementsOf(names(connection, false));
    }
  }

  private static List<String> names(Connection connection, boolean volatiles) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(CALLABLE.formatted(volatiles))) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
