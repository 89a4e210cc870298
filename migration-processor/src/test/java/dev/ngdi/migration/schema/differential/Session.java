package dev.ngdi.migration.schema.differential;

import dev.ngdi.migration.schema.Servers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One transaction after another on a real server, none of which is ever committed. */
final class Session implements AutoCloseable {
  private static final String ROLES =
      """
      DO $$ BEGIN CREATE ROLE app_owner; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
      DO $$ BEGIN CREATE ROLE app_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
      """;

  /** Who may what, whoever granted it. */
  private static final String ACL =
      """
      CREATE FUNCTION pg_temp.acl(acl aclitem[], kind text, owner oid) RETURNS text
      LANGUAGE sql AS $$
        SELECT string_agg(DISTINCT CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END
               || ' ' || privilege_type || CASE WHEN is_grantable AND grantee <> owner THEN '*' ELSE '' END, ', ')
          FROM aclexplode(coalesce(acl, acldefault(kind::"char", owner)))
      $$
      """;

  private static final String CATALOGUE = resource("catalogue.sql");

  private final Connection connection;
  private final Statement statement;
  private boolean begun;

  Session(int postgres) {
    try {
      connection =
          DriverManager.getConnection(
              Servers.database(postgres) + "&preferQueryMode=simple&loggerLevel=OFF");
      statement = connection.createStatement();
      statement.execute(ROLES);
      statement.execute(ACL);
      statement.execute("SET client_min_messages = error");
      statement.execute("SET jit = off");
      statement.execute("SET plan_cache_mode = force_generic_plan");
      statement.execute("PREPARE known AS " + Known.QUERY);
      statement.execute("SET search_path TO ''");
      statement.execute("PREPARE catalogue AS " + CATALOGUE);
      statement.execute("EXECUTE catalogue");
      statement.execute("RESET search_path");
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static String resource(String name) {
    try (var file = Session.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Why the server refuses a statement.
   *
   * @param state the error code
   */
  record Refusal(String state, String message) {
    /** What refusals for the same reason share. */
    String sort() {
      return state + " " + message.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "…");
    }
  }

  /** One of several statements, which the server refuses. */
  record Refused(String sql, Refusal refusal) {}

  /** Runs a statement, or takes back what it did. */
  Optional<Refusal> run(String sql) {
    try {
      if (!begun) {
        statement.execute("SAVEPOINT before");
        begun = true;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    try {
      statement.execute(sql + "\n; SAVEPOINT before");
      return Optional.empty();
    } catch (SQLException refused) {
      try {
        statement.execute("ROLLBACK TO SAVEPOINT before");
      } catch (SQLException e) {
        throw new IllegalStateException(sql, e);
      }
      return Optional.of(new Refusal(refused.getSQLState(), String.valueOf(refused.getMessage())));
    }
  }

  /** Runs statements in an empty database; the first that is refused, if one is. */
  Optional<Refused> runAll(List<String> statements) {
    try {
      statement.execute(String.join("\n;", statements));
      return Optional.empty();
    } catch (SQLException e) {
      forget();
    }
    for (String sql : statements) {
      Optional<Refusal> refusal = run(sql);
      if (refusal.isPresent()) {
        return Optional.of(new Refused(sql, refusal.get()));
      }
    }
    return Optional.empty();
  }

  /** What can be chosen from now. */
  Known known() {
    List<Thing> things = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("EXECUTE known")) {
      while (rows.next()) {
        things.add(
            Thing.of(
                rows.getString(1),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                rows.getString(5)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new Known(things);
  }

  /** All that the catalogue says now. */
  List<Entry> catalogue() {
    try {
      statement.execute("SAVEPOINT reading; SET LOCAL search_path TO ''");
      List<Entry> entries = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery("EXECUTE catalogue")) {
        while (rows.next()) {
          entries.add(
              new Entry(
                  rows.getString(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  rows.getString(5),
                  rows.getString(6)));
        }
      }
      statement.execute("ROLLBACK TO SAVEPOINT reading");
      return entries;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes back everything. */
  void forget() {
    try {
      connection.rollback();
      begun = false;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Clears away what the transactions left in the catalogue. */
  void tidy() {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
      for (String table :
          List.of(
              "class",
              "attribute",
              "depend",
              "type",
              "constraint",
              "index",
              "proc",
              "trigger",
              "attrdef",
              "rewrite",
              "shdepend",
              "namespace",
              "description",
              "enum",
              "sequence",
              "inherits",
              "policy",
              "extension",
              "statistic_ext",
              "opclass",
              "operator",
              "amop",
              "amproc",
              "opfamily",
              "cast",
              "init_privs",
              "statistic")) {
        statement.execute("VACUUM pg_" + table);
      }
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
