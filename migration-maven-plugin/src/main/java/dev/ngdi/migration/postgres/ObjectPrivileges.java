package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.postgres.Need.Right;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Whether the user may do to each relation what the statements of a plan do to it. */
final class ObjectPrivileges {
  /** A privilege on one column may be enough, so only having none at all is a lack. */
  private static final String MISSING =
      """
      SELECT wanted.place, current_user, pg_catalog.pg_get_userbyid(c.relowner),
        pg_catalog.pg_has_role(c.relowner, 'MEMBER'),
        hidden,
        pg_catalog.current_setting('server_version_num')::int >= 160000
      FROM unnest(?, ?, ?) WITH ORDINALITY wanted (schema, name, privilege, place)
        JOIN pg_catalog.pg_namespace n ON n.nspname = wanted.schema
        JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = wanted.name
          AND (c.relkind <> 'c' OR wanted.privilege = 'OWNER')
        LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
        CROSS JOIN LATERAL (SELECT pg_catalog.pg_has_role(c.relowner, 'USAGE'),
          n.nspname <> ? AND NOT pg_catalog.has_schema_privilege(n.oid, 'USAGE')) s (owned, hidden)
      WHERE hidden OR NOT CASE
        WHEN wanted.privilege = 'OWNER' THEN owned
        WHEN wanted.privilege = 'DROP' THEN owned OR pg_catalog.pg_has_role(n.nspowner, 'USAGE')
        WHEN wanted.privilege = 'MAINTAIN' THEN owned OR CASE
          WHEN pg_catalog.current_setting('server_version_num')::int < 170000 THEN false
          ELSE pg_catalog.has_table_privilege(coalesce(i.indrelid, c.oid), wanted.privilege) END
        WHEN wanted.privilege IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') THEN
          pg_catalog.has_table_privilege(c.oid, wanted.privilege)
          OR pg_catalog.has_any_column_privilege(c.oid, wanted.privilege)
        ELSE pg_catalog.has_table_privilege(c.oid, wanted.privilege) END
      ORDER BY wanted.place""";

  private static final Set<Right> OF_OWNERS = Set.of(Right.OWNER, Right.DROP, Right.MAINTAIN);

  private ObjectPrivileges() {}

  /**
   * What is missing.
   *
   * @param touched what the plan locks; if the user owns all of it, nothing can be missing
   */
  static List<Refusal> refusals(Plan plan, List<TouchedRelation> touched, Session session)
      throws SQLException {
    if (touched.stream().allMatch(TouchedRelation::owned)) {
      return List.of();
    }
    List<Need> needs = Needs.of(plan, session.schema());
    List<Refusal> missing =
        session.list(
            MISSING,
            row -> {
              Need need = needs.get(row.getInt(1) - 1);
              String user = row.getString(2);
              if (row.getBoolean(5)) {
                return schema(need, user);
              }
              return OF_OWNERS.contains(need.right())
                  ? ownership(need, user, row.getString(3), row.getBoolean(4), row.getBoolean(6))
                  : privilege(need, user, row.getString(3));
            },
            session.texts(texts(needs, n -> n.relation().schema().orElseThrow())),
            session.texts(texts(needs, n -> n.relation().name())),
            session.texts(texts(needs, n -> n.right().name())),
            session.schema());
    return missing.stream().distinct().toList();
  }

  private static List<String> texts(List<Need> needs, Function<Need, String> text) {
    return needs.stream().map(text).toList();
  }

  private static Refusal ownership(
      Need need, String user, String owner, boolean member, boolean inheritsByGrant) {
    String role = Session.quote(owner);
    String me = Session.quote(user);
    String message =
        "`"
            + need.command()
            + "` in line "
            + need.line()
            + " needs the owner of `"
            + need.relation().sql()
            + "`, which is `"
            + owner
            + "`; `"
            + user
            + "` "
            + (member ? "is a member of it, and does not inherit its rights" : "is not a member");
    String grant =
        member
            ? inheritsByGrant
                ? "GRANT " + role + " TO " + me + " WITH INHERIT TRUE"
                : "ALTER ROLE " + me + " INHERIT"
            : "GRANT " + role + " TO " + me;
    return Refusal.of(
        "privilege-missing",
        need.migration(),
        message,
        "connect as `" + owner + "`, or run `" + grant + "` as an administrator of that role");
  }

  private static Refusal privilege(Need need, String user, String owner) {
    String privilege = need.right().name() + " ON TABLE " + need.relation().sql();
    return Refusal.of(
        "privilege-missing",
        need.migration(),
        "`"
            + need.command()
            + "` in line "
            + need.line()
            + " needs `"
            + privilege
            + "`, and `"
            + user
            + "` does not have it",
        "run `GRANT "
            + privilege
            + " TO "
            + Session.quote(user)
            + "` as `"
            + owner
            + "`, which owns it");
  }

  private static Refusal schema(Need need, String user) {
    String privilege = "USAGE ON SCHEMA " + Session.quote(need.relation().schema().orElseThrow());
    return Refusal.of(
        "privilege-missing",
        need.migration(),
        "`"
            + need.command()
            + "` in line "
            + need.line()
            + " needs `"
            + privilege
            + "`, and `"
            + user
            + "` does not have it",
        "run `GRANT " + privilege + " TO " + Session.quote(user) + "` as its owner");
  }
}
