package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Evidence;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TokenText;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of a statement that makes, drops or rebuilds indexes. */
final class IndexInquiry {
  private static final String NAMED =
      """
      SELECT i.indexrelid::regclass, i.indisvalid, pg_get_indexdef(i.indexrelid)
      FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
        JOIN pg_catalog.pg_class t ON t.relnamespace = c.relnamespace
      WHERE t.oid = to_regclass(?) AND c.relname = ?""";

  /**
   * What a concurrent rebuild leaves when it does not come to its end; numbered if there are more.
   */
  private static final String LEFT =
      """
      SELECT format('%I.%I', n.nspname, c.relname)
      FROM pg_catalog.pg_index i
        JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$' AND n.nspname <> 'pg_toast'
      ORDER BY 1""";

  private final Session session;

  IndexInquiry(Session session) {
    this.session = session;
  }

  private record Found(String name, boolean valid, String definition) {}

  Evidence created(Statement.CreateIndex wanted, String sql) throws SQLException {
    if (wanted.name().isEmpty()) {
      return Evidence.open("the index that it makes has no name by which it could be found");
    }
    String name = wanted.name().get().name();
    Optional<Found> found = find(wanted.table(), name);
    if (found.isEmpty()) {
      return Evidence.again("the index `%s` is not there: it is built".formatted(name), List.of());
    }
    Optional<String> definition = definition(wanted, sql);
    if (definition.isEmpty()) {
      return Evidence.open(
          "an index `%s` is there, and cannot be compared with the one that is wanted"
              .formatted(name));
    }
    if (!essence(found.get().definition()).equals(essence(definition.get()))) {
      return Evidence.open(
          "another index `%s` is there than the one that is wanted: `%s`"
              .formatted(name, found.get().definition()));
    }
    return found.get().valid()
        ? Evidence.done(
            "the index `%s` is there, valid and as it is wanted, so that it counts as built"
                .formatted(name))
        : Evidence.again(
            "the index `%s` was left invalid: it is dropped and built again".formatted(name),
            List.of("DROP INDEX CONCURRENTLY " + found.get().name()));
  }

  private Optional<Found> find(QualifiedName table, String name) throws SQLException {
    return session
        .list(
            NAMED,
            row -> new Found(row.getString(1), row.getBoolean(2), row.getString(3)),
            table.sql(),
            name)
        .stream()
        .findFirst();
  }

  /**
   * The wanted index as the server writes it: made on an empty copy of the table, and rolled back.
   * Empty where that cannot be made.
   */
  private Optional<String> definition(Statement.CreateIndex wanted, String sql)
      throws SQLException {
    session.connection().setAutoCommit(false);
    try {
      session.execute("CREATE TEMPORARY TABLE migration_probe (LIKE " + wanted.table().sql() + ")");
      session.execute(
          "CREATE "
              + (wanted.unique() ? "UNIQUE " : "")
              + "INDEX migration_probe_idx ON pg_temp.migration_probe "
              + behindTable(sql, wanted.table()));
      return session
          .list(
              "SELECT pg_get_indexdef('pg_temp.migration_probe_idx'::regclass)",
              row -> row.getString(1))
          .stream()
          .findFirst();
    } catch (SQLException e) {
      if (Errors.isConnectionLoss(e)) {
        throw e;
      }
      return Optional.empty();
    } finally {
      session.rollback();
      session.endTransaction();
    }
  }

  /** Of {@code CREATE INDEX … ON table …}, what follows the table's name. */
  private static String behindTable(String sql, QualifiedName table) {
    List<String> tokens = TokenText.of(sql).tokens();
    int at = tokens.indexOf("on") + 1;
    at += tokens.get(at).equals("only") ? 1 : 0;
    at += table.schema().isPresent() ? 3 : 1;
    return String.join(" ", tokens.subList(at, tokens.size()));
  }

  /** Of a definition, what does not hang on the names of the index and its table. */
  private static String essence(String definition) {
    boolean unique = definition.startsWith("CREATE UNIQUE");
    return unique + definition.substring(definition.indexOf(" USING "));
  }

  Evidence dropped(Statement.DropIndex drop) throws SQLException {
    List<String> there = new ArrayList<>();
    for (QualifiedName name : drop.names()) {
      if (session.exists("SELECT WHERE to_regclass(?) IS NOT NULL", name.sql())) {
        there.add("`" + name + "`");
      }
    }
    return there.isEmpty()
        ? Evidence.done("the index it drops is gone")
        : Evidence.again(
            "the index %s is still there: it is dropped".formatted(String.join(", ", there)),
            List.of());
  }

  Evidence reindexed() throws SQLException {
    List<String> cleanUp = session.list(LEFT, row -> "DROP INDEX CONCURRENTLY " + row.getString(1));
    return Evidence.again(
        cleanUp.isEmpty()
            ? "its last statement can be run again"
            : "the rebuild left %d invalid indexes: they are dropped, and it is run again"
                .formatted(cleanUp.size()),
        cleanUp);
  }
}
