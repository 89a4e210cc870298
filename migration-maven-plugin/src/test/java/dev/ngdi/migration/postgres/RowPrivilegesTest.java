package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What reading, changing, copying and locking needs: the plan says what the server says. */
class RowPrivilegesTest {
  private static final Map<Server, PrivilegeFixture> FIXTURES = new EnumMap<>(Server.class);
  private static final String ON_ACCOUNT =
      "`%s ON TABLE public.account`, and `%%2$s` does not have it";
  private static final String MERGE = "MERGE INTO account a USING mine m ON m.id = a.id ";

  static Stream<Arguments> lacks() {
    return PrivilegeFixture.onEach(
        List.of(
            List.of("", MERGE + "WHEN MATCHED THEN DO NOTHING", account("SELECT")),
            List.of(
                "SELECT ON account",
                MERGE + "WHEN NOT MATCHED THEN INSERT VALUES (m.id, 'a')",
                account("INSERT")),
            List.of(
                "SELECT ON account",
                MERGE + "WHEN MATCHED AND m.id > 1 THEN UPDATE SET name = 'b'",
                account("UPDATE")),
            List.of(
                "SELECT, UPDATE ON account",
                MERGE
                    + "WHEN MATCHED AND CASE WHEN m.id > 1 THEN true ELSE false END THEN DELETE"
                    + " WHEN MATCHED THEN UPDATE SET name = 'b'",
                account("DELETE")),
            List.of(
                "",
                "MERGE INTO mine m USING account a ON m.id = a.id WHEN MATCHED THEN DELETE",
                account("SELECT")),
            List.of(
                "INSERT ON account",
                "INSERT INTO account VALUES (1, 'a') ON CONFLICT (id) DO NOTHING",
                account("SELECT")),
            List.of(
                "INSERT ON account",
                "INSERT INTO account SELECT 1, 'a' ON CONFLICT ON CONSTRAINT account_pkey DO"
                    + " NOTHING",
                account("SELECT")),
            List.of(
                "INSERT, SELECT ON account",
                "INSERT INTO account VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name = 'b'",
                account("UPDATE")),
            List.of("pg_read_server_files", "COPY account FROM '/dev/null'", account("INSERT")),
            List.of(
                "pg_write_server_files",
                "COPY account (id, name) TO '/dev/null'",
                account("SELECT")),
            List.of(
                "INSERT ON account",
                "COPY account FROM '/dev/null'",
                rights("pg_read_server_files")),
            List.of(
                "SELECT ON account",
                "COPY account TO '/dev/null'",
                rights("pg_write_server_files")),
            List.of(
                "INSERT ON account",
                "COPY account FROM PROGRAM 'cat /dev/null'",
                rights("pg_execute_server_program")),
            List.of("", "COPY (SELECT 1) TO '/dev/null'", rights("pg_write_server_files")),
            List.of(
                "",
                "SELECT nextval('number')",
                "`USAGE ON SEQUENCE public.number`, and `%2$s` does not have it"),
            List.of(
                "",
                "SELECT setval('number', 5)",
                "`UPDATE ON TABLE public.number`, and `%2$s` does not have it"),
            List.of("", "LOCK TABLE account IN ACCESS SHARE MODE", account("SELECT")),
            List.of("", "LOCK TABLE account IN ROW EXCLUSIVE MODE", account("INSERT")),
            List.of("", "LOCK TABLE account", account("UPDATE"))));
  }

  private static String account(String privilege) {
    return ON_ACCOUNT.formatted(privilege);
  }

  private static String rights(String role) {
    return "the rights of `" + role + "`, and `%2$s` does not have them";
  }

  @ParameterizedTest
  @MethodSource("lacks")
  void whatIsMissing(Server server, String granted, String statement, String reason)
      throws Exception {
    fixture(server).lacksOnly(granted, statement, reason);
  }

  static Stream<Arguments> locks() {
    List<List<String>> table = new ArrayList<>();
    for (String privilege : List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE")) {
      for (String mode :
          List.of(
              "ACCESS SHARE",
              "ROW SHARE",
              "ROW EXCLUSIVE",
              "SHARE UPDATE EXCLUSIVE",
              "SHARE",
              "ACCESS EXCLUSIVE")) {
        table.add(List.of(privilege, mode));
      }
    }
    return PrivilegeFixture.onEach(table);
  }

  @ParameterizedTest
  @MethodSource("locks")
  void whichPrivilegeAllowsWhichLock(Server server, String privilege, String mode)
      throws Exception {
    PrivilegeFixture fixture = fixture(server);
    String statement = "LOCK TABLE account IN " + mode + " MODE";
    fixture.as("postgres", "GRANT " + privilege + " ON account TO " + fixture.user());
    try {
      assertThat(fixture.refusals(statement).isEmpty()).isEqualTo(fixture.serverTakes(statement));
    } finally {
      fixture.as("postgres", "REVOKE " + privilege + " ON account FROM " + fixture.user());
    }
  }

  @ParameterizedTest
  @EnumSource
  void allThatAMergeDoesIsSaid(Server server) throws Exception {
    PrivilegeFixture fixture = fixture(server);
    String merge =
        MERGE
            + "WHEN NOT MATCHED THEN INSERT VALUES (m.id, 'a') WHEN MATCHED THEN UPDATE SET name ="
            + " 'b'";

    assertThat(fixture.refusals(merge))
        .extracting(Refusal::message)
        .containsExactly(lack(fixture, "INSERT"), lack(fixture, "UPDATE"), lack(fixture, "SELECT"));
  }

  private static String lack(PrivilegeFixture fixture, String privilege) {
    return ("`MERGE` in line 1 needs " + account(privilege))
        .formatted(fixture.owner(), fixture.user());
  }

  static Stream<Arguments> enough() {
    return PrivilegeFixture.onEach(
        List.of(
            List.of("", "MERGE INTO mine m USING mine_too t ON m.id = 1 WHEN MATCHED THEN DELETE"),
            List.of(
                "INSERT ON account", "INSERT INTO account VALUES (1, 'a') ON CONFLICT DO NOTHING"),
            List.of(
                "INSERT, UPDATE (name), SELECT (id) ON account",
                "INSERT INTO account VALUES (1, 'a') ON CONFLICT (id) DO UPDATE SET name ="
                    + " 'b'"),
            List.of("SELECT (id) ON account", MERGE + "WHEN MATCHED THEN DO NOTHING"),
            List.of("USAGE ON SEQUENCE number", "SELECT nextval('number')"),
            List.of("UPDATE ON SEQUENCE number", "SELECT nextval('number'::regclass)"),
            List.of("", "SELECT nextval('number') WHERE false"),
            List.of("", "VACUUM account"),
            List.of("", "ANALYZE account")));
  }

  @ParameterizedTest
  @MethodSource("enough")
  void whatIsEnough(Server server, String granted, String statement) throws Exception {
    fixture(server).takes(granted, statement);
  }

  private static PrivilegeFixture fixture(Server server) {
    return FIXTURES.computeIfAbsent(server, PrivilegeFixture::new);
  }
}
