package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Servers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Runs cases on a real server and reads there what they lock, rewrite and scan. */
final class LockServer implements AutoCloseable {
  private static final String RELATIONS =
      """
      SELECT c.oid, c.oid::regclass::text, c.relkind, pg_relation_filenode(c.oid),
             pg_stat_get_xact_numscans(c.oid), coalesce(i.indrelid, 0), pg_stat_get_numscans(c.oid)
        FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
       WHERE c.oid >= 16384 AND c.relkind <> 't' AND c.relkind <> 'c'
         AND coalesce(i.indrelid, 0) NOT IN (SELECT oid FROM pg_class WHERE relkind = 't')
         AND c.relpersistence <> 't'
      """;
  private static final String WAITING =
      "SELECT count(*) FROM pg_stat_activity WHERE pid = %d AND wait_event_type = 'Lock'";

  private record Relation(
      long oid, String name, String kind, long file, long scans, long table, long allScans) {}

  private final int major;
  private final Connection admin;
  private final String template;
  private Optional<Connection> shared = Optional.empty();
  private int copies;

  LockServer(int major) throws SQLException {
    this.major = major;
    this.admin = Servers.of(major).getPostgresDatabase().getConnection();
    String url = Servers.database(major);
    this.template = url.replaceAll(".*/(test_\\d+)\\?.*", "$1");
    try (Connection connection = DriverManager.getConnection(url)) {
      execute(connection, LockCase.commonSetup());
    }
  }

  @Override
  public void close() throws SQLException {
    if (shared.isPresent()) {
      shared.get().close();
    }
    admin.close();
  }

  /** What a case does, or {@code refused} with the SQLSTATE. */
  String run(LockCase lockCase) throws SQLException {
    if (lockCase.outsideTransaction()) {
      return inOwnDatabase(url -> alone(url, lockCase));
    }
    if (!lockCase.setup().isEmpty()) {
      return inOwnDatabase(
          url -> {
            try (Connection connection = DriverManager.getConnection(url)) {
              execute(connection, lockCase.setup());
              return inTransaction(connection, lockCase.statement());
            }
          });
    }
    if (shared.isEmpty()) {
      shared = Optional.of(DriverManager.getConnection(copy()));
    }
    return inTransaction(shared.get(), lockCase.statement());
  }

  private interface Traced {
    String run(String url) throws SQLException;
  }

  private String inOwnDatabase(Traced traced) throws SQLException {
    String url = copy();
    try {
      return traced.run(url);
    } catch (SQLException e) {
      return "refused " + e.getSQLState();
    } finally {
      execute(admin, "DROP DATABASE " + url.replaceAll(".*/(\\w+)\\?.*", "$1") + " WITH (FORCE)");
    }
  }

  private String copy() throws SQLException {
    String name = template + "_" + copies++;
    execute(admin, "CREATE DATABASE " + name + " TEMPLATE " + template);
    return Servers.of(major).getJdbcUrl("postgres", name);
  }

  private static String inTransaction(Connection connection, String sql) throws SQLException {
    connection.setAutoCommit(false);
    try {
      List<Relation> before = relations(connection);
      execute(connection, sql);
      return held(sql, before, relations(connection), locks(connection, "pg_backend_pid()"))
          .toString();
    } catch (SQLException e) {
      return "refused " + e.getSQLState();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  /** Lets it wait behind a lock that conflicts with its own and looks at it then. */
  private static String alone(String url, LockCase lockCase) throws SQLException {
    try (Connection watcher = DriverManager.getConnection(url);
        Connection holder = DriverManager.getConnection(url)) {
      execute(watcher, lockCase.setup());
      List<Relation> before = relations(watcher);
      hold(holder, before, lockCase.statement());
      Map<Long, LockMode> locks;
      try (Connection runner = DriverManager.getConnection(url)) {
        int pid = (int) number(runner, "SELECT pg_backend_pid()");
        CompletableFuture<String> end =
            CompletableFuture.supplyAsync(() -> outcome(runner, lockCase.statement()));
        while (!end.isDone() && number(watcher, WAITING.formatted(pid)) == 0) {
          Thread.onSpinWait();
        }
        locks = locks(watcher, String.valueOf(pid));
        holder.rollback();
        String outcome = end.join();
        if (!outcome.isEmpty()) {
          return "refused " + outcome;
        }
        execute(runner, "SELECT count(*) FROM marker");
      }
      waitForStatistics(watcher);
      return held(lockCase.statement(), before, relations(watcher), locks).toString();
    }
  }

  /** Takes the weakest lock behind which the statement waits with all that it will hold. */
  private static void hold(Connection holder, List<Relation> relations, String statement)
      throws SQLException {
    holder.setAutoCommit(false);
    boolean detach = statement.contains("DETACH");
    boolean reindex = statement.startsWith("REINDEX") && !statement.contains("CONCURRENTLY");
    boolean vacuum = statement.startsWith("VACUUM") && !statement.contains("FULL");
    boolean there = statement.contains("IF NOT EXISTS");
    String mode =
        vacuum || there ? "SHARE UPDATE EXCLUSIVE" : detach ? "ACCESS SHARE" : "ROW EXCLUSIVE";
    for (Relation relation : relations) {
      if (relation.kind().equals("r") && reindex) {
        execute(holder, "SELECT FROM ONLY " + relation.name());
      } else if (relation.kind().equals("r")
          || (relation.kind().equals("p") && !detach && !reindex)) {
        execute(holder, "LOCK TABLE ONLY " + relation.name() + " IN " + mode + " MODE");
      }
    }
  }

  private static String outcome(Connection connection, String sql) {
    try {
      execute(connection, sql);
      return "";
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }

  /** A session's counts arrive together when it ends; the marker's is among them. */
  private static void waitForStatistics(Connection watcher) throws SQLException {
    while (number(watcher, "SELECT pg_stat_get_numscans('marker'::regclass)") == 0) {
      execute(watcher, "SELECT pg_stat_clear_snapshot()");
    }
  }

  private static Held held(
      String sql, List<Relation> before, List<Relation> after, Map<Long, LockMode> locks) {
    boolean emptied = sql.startsWith("TRUNCATE") || sql.endsWith("WITH NO DATA");
    Map<String, Held.Lock> held = new TreeMap<>();
    for (Relation relation : before) {
      LockMode mode = locks.get(relation.oid());
      if (mode == null || relation.name().equals("marker") || covered(relation, mode, locks)) {
        continue;
      }
      boolean rows = !relation.kind().equals("i") && !relation.kind().equals("S") && !emptied;
      boolean strong = mode.compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) >= 0;
      held.put(
          relation.name(),
          new Held.Lock(
              mode,
              rows && moved(relation, before, after),
              rows && strong && scanned(relation, after),
              rows
                  && before.stream()
                      .anyMatch(i -> i.table() == relation.oid() && moved(i, before, after))));
    }
    return new Held(held);
  }

  /** Whether a lock says nothing more: what a query takes on an index, or what its table has. */
  private static boolean covered(Relation relation, LockMode mode, Map<Long, LockMode> locks) {
    boolean index = relation.table() != 0;
    boolean weak = mode.compareTo(LockMode.SHARE_UPDATE_EXCLUSIVE) < 0;
    return (weak && (index || relation.kind().equals("S")))
        || (index
            && locks.getOrDefault(relation.table(), LockMode.ACCESS_SHARE).compareTo(mode) >= 0);
  }

  /** Whether it, or what has its name now, is in a file that was not there before. */
  private static boolean moved(Relation relation, List<Relation> before, List<Relation> after) {
    boolean stays = after.stream().anyMatch(r -> r.oid() == relation.oid());
    return after.stream()
        .filter(r -> stays ? r.oid() == relation.oid() : r.name().equals(relation.name()))
        .anyMatch(r -> before.stream().noneMatch(old -> old.file() == r.file()));
  }

  private static boolean scanned(Relation relation, List<Relation> after) {
    return after.stream()
        .anyMatch(
            r ->
                r.oid() == relation.oid()
                    && r.scans() + r.allScans() > relation.scans() + relation.allScans());
  }

  private static List<Relation> relations(Connection connection) throws SQLException {
    List<Relation> relations = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(RELATIONS)) {
      while (rows.next()) {
        relations.add(
            new Relation(
                rows.getLong(1),
                rows.getString(2),
                rows.getString(3),
                rows.getLong(4),
                rows.getLong(5),
                rows.getLong(6),
                rows.getLong(7)));
      }
    }
    return relations;
  }

  private static Map<Long, LockMode> locks(Connection connection, String pid) throws SQLException {
    Map<Long, LockMode> locks = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT relation, mode FROM pg_locks WHERE locktype = 'relation' AND pid = "
                    + pid)) {
      while (rows.next()) {
        locks.merge(rows.getLong(1), Held.mode(rows.getString(2)), LockMode::or);
      }
    }
    return locks;
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    if (sql.isBlank()) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
