package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Refusal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether the schema takes the history and the changes of a plan at all. */
final class SchemaState {
  private static final String FACTS =
      """
      SELECT pg_is_in_recovery(),
        current_setting('default_transaction_read_only')::boolean,
        n.oid IS NOT NULL,
        CASE WHEN n.oid IS NULL
          THEN has_database_privilege(current_database(), 'CREATE')
          ELSE has_schema_privilege(n.oid, 'CREATE') AND has_schema_privilege(n.oid, 'USAGE') END,
        h.oid IS NOT NULL,
        coalesce(has_table_privilege(h.oid, 'SELECT') AND has_table_privilege(h.oid, 'INSERT'), true),
        j.oid IS NOT NULL,
        coalesce(has_table_privilege(j.oid, 'SELECT') AND has_table_privilege(j.oid, 'INSERT')
          AND has_table_privilege(j.oid, 'UPDATE'), true),
        current_user,
        current_database(),
        coalesce(n.nspowner = u.oid OR u.rolsuper OR pg_has_role(n.nspowner, 'USAGE'), true)
      FROM (SELECT ?::text AS schema) s
        JOIN pg_catalog.pg_roles u ON u.rolname = current_user
        LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = s.schema
        LEFT JOIN pg_catalog.pg_class h ON h.relnamespace = n.oid AND h.relname = ?
        LEFT JOIN pg_catalog.pg_class j ON j.relnamespace = n.oid AND j.relname = ?""";

  /** Something that is in a schema, and not by way of an extension. */
  private static final String CONTENT =
      """
      SELECT kind, name FROM (
        SELECT CASE relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
            WHEN 'S' THEN 'sequence' WHEN 'c' THEN 'type' ELSE 'table' END,
          relname, 'pg_catalog.pg_class'::regclass, c.oid, relnamespace
          FROM pg_catalog.pg_class c WHERE relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
        UNION ALL
        SELECT 'function', proname, 'pg_catalog.pg_proc'::regclass, p.oid, pronamespace
          FROM pg_catalog.pg_proc p
        UNION ALL
        SELECT 'type', typname, 'pg_catalog.pg_type'::regclass, t.oid, typnamespace
          FROM pg_catalog.pg_type t WHERE typtype IN ('e', 'd', 'r')
      ) object (kind, name, class, oid, namespace)
      WHERE namespace = (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ?)
        AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend d
          WHERE d.classid = object.class AND d.objid = object.oid AND d.deptype = 'e')
      ORDER BY kind <> 'table', name LIMIT 1""";

  private final Session session;
  private final List<Refusal> found = new ArrayList<>();

  private SchemaState(Session session) {
    this.session = session;
  }

  static List<Refusal> refusals(Plan plan, Session session) throws SQLException {
    SchemaState state = new SchemaState(session);
    boolean history = state.findFacts(plan);
    if (!history && plan.baseline().isEmpty() && !plan.clear()) {
      state.findContent();
    }
    return state.found;
  }

  /** Tells whether there is a history. */
  private boolean findFacts(Plan plan) throws SQLException {
    try (PreparedStatement query = session.connection().prepareStatement(FACTS)) {
      query.setString(1, session.schema());
      query.setString(2, Session.HISTORY);
      query.setString(3, Session.JOURNAL);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        String user = row.getString(9);
        if (row.getBoolean(1)) {
          add(
              "server-standby",
              "the server is a standby, which takes no change",
              "connect to the primary");
        } else if (row.getBoolean(2)) {
          add(
              "database-read-only",
              "transactions of `" + user + "` are read-only here by default",
              "unset `default_transaction_read_only`, or connect as another user");
        }
        if (!row.getBoolean(4)) {
          privilege(
              user,
              row.getBoolean(3)
                  ? "USAGE, CREATE ON SCHEMA " + Session.quote(session.schema())
                  : "CREATE ON DATABASE " + Session.quote(row.getString(10)));
        }
        if (!row.getBoolean(6)) {
          privilege(user, "SELECT, INSERT ON TABLE " + session.history());
        }
        if (!row.getBoolean(8)) {
          privilege(user, "SELECT, INSERT, UPDATE ON TABLE " + session.journal());
        }
        if (plan.clear() && !row.getBoolean(11)) {
          add(
              "privilege-missing",
              "`"
                  + user
                  + "` does not own the schema `"
                  + session.schema()
                  + "`, so cannot drop it",
              "connect as its owner");
        }
        boolean history = row.getBoolean(5);
        if (!history && user.contains("'")) {
          add(
              "user-quoted",
              "Flyway, which makes the history, cannot work as `"
                  + user
                  + "`: the quote in the name",
              "run the first deploy as another user");
        }
        return history;
      }
    }
  }

  private void privilege(String user, String what) {
    add(
        "privilege-missing",
        "`" + user + "` needs `" + what + "`, and does not have all of it",
        "run `GRANT " + what + " TO " + Session.quote(user) + "` as its owner");
  }

  private void findContent() throws SQLException {
    try (PreparedStatement query = session.connection().prepareStatement(CONTENT)) {
      query.setString(1, session.schema());
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          add(
              "schema-not-empty",
              "the schema `"
                  + session.schema()
                  + "` has no history and is not empty: it has the "
                  + row.getString(1)
                  + " `"
                  + row.getString(2)
                  + "`",
              "name the version that it already has with `-Ddb.baseline=<version>`, or another"
                  + " schema with `-Ddb.schema`");
        }
      }
    }
  }

  private void add(String code, String message, String whatToDo) {
    found.add(Refusal.of(code, message, whatToDo));
  }
}
