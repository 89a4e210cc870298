package dev.ngdi.migration.postgres;

import java.sql.SQLException;
import java.util.List;

/** Event triggers: somebody else's functions that run with the plan's statements. */
final class EventTriggers {
  private static final String ENABLED =
      """
      SELECT e.evtname, e.evtevent,
        array_to_string(e.evttags, ', '),
        pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(f.proname)
      FROM pg_catalog.pg_event_trigger e
        JOIN pg_catalog.pg_proc f ON f.oid = e.evtfoid
        JOIN pg_catalog.pg_namespace n ON n.oid = f.pronamespace
      WHERE e.evtenabled IN ('O', 'A') AND e.evtevent <> 'login'
        AND NOT EXISTS (
          SELECT FROM pg_catalog.pg_depend d
          WHERE d.classid = 'pg_catalog.pg_event_trigger'::regclass AND d.objid = e.oid
            AND d.deptype = 'e')
      ORDER BY e.evtname""";

  private EventTriggers() {}

  /** Whether one may run at all; so it is where nobody but an administrator may look. */
  static boolean any(Session session) throws SQLException {
    return session.exists(
            "SELECT WHERE NOT has_table_privilege('pg_catalog.pg_event_trigger', 'SELECT')")
        || session.exists("SELECT FROM pg_catalog.pg_event_trigger WHERE evtenabled <> 'D'");
  }

  static List<String> remarks(Session session) throws SQLException {
    return session.list(
        ENABLED,
        row -> {
          String tags = row.getString(3);
          return "the event trigger `"
              + row.getString(1)
              + "` runs `"
              + row.getString(4)
              + "()` on `"
              + row.getString(2)
              + "`"
              + (tags == null ? "" : " of " + tags);
        });
  }
}
