package dev.ngdi.migration.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Drops a schema with all that is in it, and makes it anew with owner, privileges and comment. */
final class SchemaReset {
  /** The statements that make the schema as it is now. */
  private static final String REMAKE =
      """
      SELECT format('CREATE SCHEMA %I AUTHORIZATION %I', nspname, pg_get_userbyid(nspowner))
        FROM pg_catalog.pg_namespace WHERE nspname = ?
      UNION ALL
      SELECT format('GRANT %s ON SCHEMA %I TO %s', privilege_type, nspname,
          CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END)
          || CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
        FROM pg_catalog.pg_namespace, aclexplode(nspacl)
        WHERE nspname = ? AND grantee <> nspowner
      UNION ALL
      SELECT format('COMMENT ON SCHEMA %I IS %L', nspname, obj_description(oid, 'pg_namespace'))
        FROM pg_catalog.pg_namespace
        WHERE nspname = ? AND obj_description(oid, 'pg_namespace') IS NOT NULL""";

  private final Session session;

  SchemaReset(Session session) {
    this.session = session;
  }

  void run() throws SQLException {
    session.inTransaction(
        () -> {
          StringBuilder sql = new StringBuilder();
          try (PreparedStatement query = session.connection().prepareStatement(REMAKE)) {
            for (int i = 1; i <= 3; i++) {
              query.setString(i, session.schema());
            }
            try (ResultSet row = query.executeQuery()) {
              while (row.next()) {
                sql.append("; ").append(row.getString(1));
              }
            }
          }
          if (!sql.isEmpty()) {
            session.execute("DROP SCHEMA " + Session.quote(session.schema()) + " CASCADE" + sql);
          }
        });
  }
}
