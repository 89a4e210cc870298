package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.postgres.Need.Wanted;
import dev.ngdi.migration.sql.QualifiedName;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Whether the user may do to each object what the statements of a plan do to it.
 *
 * @param refusals what is missing
 * @param remarks what may be missing
 */
record ObjectPrivileges(List<Refusal> refusals, List<String> remarks) {
  /**
   * What is wanted and missing. A privilege on one column may be enough, so only having none at all
   * is a lack; of functions with one name it is not known which one is meant.
   */
  private static final String MISSING =
      """
      WITH RECURSIVE wanted AS MATERIALIZED (
        SELECT * FROM unnest(?, ?, ?, ?, ?)
          WITH ORDINALITY w (kind, schema, name, privilege, other, place)
      ), me AS MATERIALIZED (
        SELECT rolsuper, current_setting('server_version_num')::int AS version
        FROM pg_roles WHERE rolname = current_user
      ), role AS MATERIALIZED (
        SELECT oid, rolname,
          CASE WHEN version < 150000 THEN pg_has_role(oid, 'MEMBER')
            ELSE pg_has_role(oid, 'USAGE') END AS inherited,
          pg_has_role(oid, 'MEMBER') AS member,
          CASE WHEN version < 160000 THEN pg_has_role(oid, 'MEMBER')
              OR pg_has_role(session_user, oid, 'MEMBER')
            ELSE pg_has_role(oid, 'SET') OR pg_has_role(session_user, oid, 'SET') END AS settable
        FROM pg_roles, me
        WHERE rolname IN (SELECT other FROM wanted
          UNION ALL SELECT name FROM wanted WHERE kind = 'ROLE')
      ), relation AS MATERIALIZED (
        SELECT w.*, c.oid, c.relkind, c.relowner, n.oid AS namespace, n.nspowner,
          coalesce(i.indrelid, c.oid) AS heap, pg_has_role(c.relowner, 'USAGE') AS owned,
          n.nspname <> ? AND NOT has_schema_privilege(n.oid, 'USAGE') AS hidden,
          CASE WHEN privilege NOT LIKE 'LOCK%' THEN ''
            ELSE 'UPDATE, DELETE, TRUNCATE'
              || CASE WHEN version < 170000 THEN '' ELSE ', MAINTAIN' END
              || CASE WHEN privilege = 'LOCK_ROW_EXCLUSIVE'
                OR version >= 160000 AND privilege <> 'LOCK' THEN ', INSERT' ELSE '' END
              || CASE WHEN version >= 160000 AND privilege = 'LOCK_ACCESS_SHARE'
                THEN ', SELECT' ELSE '' END
          END AS locking
        FROM me, wanted w
          JOIN pg_namespace n ON n.nspname = w.schema
          JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = w.name
            AND (c.relkind <> 'c' OR w.privilege = 'OWNER')
          LEFT JOIN pg_index i ON i.indexrelid = c.oid
        WHERE w.kind = 'RELATION'
      ), heir (place, oid) AS (
        SELECT place, i.inhrelid FROM relation r JOIN pg_inherits i ON i.inhparent = r.oid
        WHERE privilege = 'HEIRS' OR privilege = 'PARTITIONS' AND r.relkind = 'p'
        UNION SELECT place, i.inhrelid FROM heir h JOIN pg_inherits i ON i.inhparent = h.oid
      ), lack (place, what, thing, owner) AS (
        SELECT place,
          CASE WHEN hidden THEN 'SCHEMA'
            WHEN privilege IN ('OWNER', 'DROP', 'MAINTAIN', 'GRANT') THEN 'OWNER'
            WHEN privilege = 'GIVE' THEN 'ROLE'
            WHEN privilege = 'HOLD' THEN 'OTHER'
            ELSE 'PRIVILEGE' END,
          '', relowner
        FROM me, relation LEFT JOIN role ON rolname = other
        WHERE hidden OR NOT CASE
          WHEN privilege IN ('SEE', 'HEIRS', 'PARTITIONS') THEN true
          WHEN privilege = 'OWNER' THEN owned
          WHEN privilege = 'DROP' THEN owned OR pg_has_role(nspowner, 'USAGE')
          WHEN privilege = 'MAINTAIN' THEN owned OR CASE WHEN version < 170000 THEN false
            ELSE has_table_privilege(heap, privilege) END
          WHEN privilege IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') THEN
            has_table_privilege(relation.oid, privilege)
            OR has_any_column_privilege(relation.oid, privilege)
          WHEN privilege = 'USAGE' THEN CASE WHEN relkind <> 'S' THEN true
            ELSE has_sequence_privilege(relation.oid, 'USAGE, UPDATE') END
          WHEN privilege = 'GRANT' THEN owned
            OR has_table_privilege(relation.oid,
              'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER'
              || CASE WHEN version < 170000 THEN '' ELSE ', MAINTAIN' END)
            OR CASE WHEN relkind <> 'S' THEN false
              ELSE has_sequence_privilege(relation.oid, 'USAGE') END
          WHEN privilege = 'GIVE' THEN
            relkind IN ('i', 'I') OR coalesce(role.oid = relowner OR settable, true)
          WHEN privilege = 'HOLD' THEN relkind IN ('i', 'I') OR rolsuper
            OR coalesce(role.oid = relowner
              OR has_schema_privilege(role.oid, namespace, 'CREATE'), true)
          WHEN privilege = 'LOCK_ACCESS_SHARE' AND version < 160000 THEN
            has_table_privilege(relation.oid, 'SELECT')
          WHEN privilege LIKE 'LOCK%' THEN has_table_privilege(relation.oid, locking)
          WHEN privilege IN ('DELETE', 'TRUNCATE', 'TRIGGER') THEN
            has_table_privilege(relation.oid, privilege)
          ELSE true END
        UNION ALL
        SELECT place, 'OWNER', format('%I.%I', nspname, relname), c.relowner
        FROM heir JOIN pg_class c ON c.oid = heir.oid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT pg_has_role(c.relowner, 'USAGE')
        UNION ALL
        SELECT place,
          CASE WHEN privilege IN ('OWNER', 'GRANT', 'MAINTAIN') THEN 'OWNER'
            WHEN other = '' THEN 'PRIVILEGE' ELSE 'OTHER' END,
          '', nspowner
        FROM me, wanted w JOIN pg_namespace n ON n.nspname = w.name
          LEFT JOIN role ON role.rolname = other
        WHERE kind = 'SCHEMA' AND NOT CASE
          WHEN privilege = 'OWNER' THEN pg_has_role(nspowner, 'USAGE')
          WHEN privilege = 'GRANT' THEN pg_has_role(nspowner, 'USAGE')
            OR has_schema_privilege(n.oid, 'USAGE, CREATE')
          WHEN privilege = 'MAINTAIN' THEN pg_has_role(nspowner, 'USAGE')
            OR CASE WHEN version < 170000 THEN false
              ELSE pg_has_role('pg_maintain', 'USAGE') END
          WHEN other = '' THEN has_schema_privilege(n.oid, privilege)
          ELSE rolsuper
            OR coalesce(has_schema_privilege(role.oid, n.oid, privilege), true) END
        UNION ALL
        SELECT place, 'PRIVILEGE', '', datdba
        FROM wanted JOIN pg_database ON datname = current_database()
        WHERE kind = 'DATABASE' AND NOT has_database_privilege(pg_database.oid, 'CREATE')
        UNION ALL
        SELECT place, CASE privilege WHEN 'SET' THEN 'ROLE' ELSE 'RIGHTS' END, '', role.oid
        FROM wanted JOIN role ON rolname = name
        WHERE kind = 'ROLE' AND NOT CASE privilege WHEN 'SET' THEN settable
          WHEN 'MEMBER' THEN member ELSE inherited END
        UNION ALL
        SELECT place,
          CASE WHEN closed THEN 'SCHEMA' WHEN privilege = 'EXECUTE' THEN 'PRIVILEGE'
            ELSE 'OWNER' END,
          CASE prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END
            || format('%I.%I(%s)', nspname, proname, pg_get_function_identity_arguments(p.oid)),
          proowner
        FROM wanted w JOIN pg_namespace n ON n.nspname = w.schema
          JOIN pg_proc p ON p.pronamespace = n.oid AND p.proname = w.name
          CROSS JOIN LATERAL (SELECT NOT has_schema_privilege(n.oid, 'USAGE')) s (closed)
        WHERE kind = 'ROUTINE'
          AND NOT EXISTS (SELECT FROM pg_proc o WHERE o.proname = w.name AND o.oid <> p.oid
            AND o.pronamespace IN (n.oid, 'pg_catalog'::regnamespace))
          AND (closed OR NOT CASE
            WHEN privilege = 'EXECUTE' THEN has_function_privilege(p.oid, 'EXECUTE')
            WHEN privilege = 'GRANT' THEN pg_has_role(proowner, 'USAGE')
              OR has_function_privilege(p.oid, 'EXECUTE')
            WHEN privilege = 'DROP' THEN pg_has_role(proowner, 'USAGE')
              OR pg_has_role(nspowner, 'USAGE')
            ELSE pg_has_role(proowner, 'USAGE') END)
        UNION ALL
        SELECT place,
          CASE WHEN closed THEN 'SCHEMA' WHEN privilege = 'USAGE' THEN 'PRIVILEGE'
            ELSE 'OWNER' END,
          '', typowner
        FROM wanted w JOIN pg_namespace n ON n.nspname = w.schema
          JOIN pg_type t ON t.typnamespace = n.oid AND t.typname = w.name
          CROSS JOIN LATERAL (SELECT NOT has_schema_privilege(n.oid, 'USAGE')) s (closed)
        WHERE kind = 'TYPE'
          AND NOT EXISTS (SELECT FROM pg_type o WHERE o.typname = w.name
            AND o.typnamespace = 'pg_catalog'::regnamespace)
          AND (closed OR NOT CASE
            WHEN privilege = 'USAGE' THEN has_type_privilege(t.oid, 'USAGE')
            WHEN privilege = 'DROP' THEN pg_has_role(typowner, 'USAGE')
              OR pg_has_role(nspowner, 'USAGE')
            ELSE pg_has_role(typowner, 'USAGE') END)
        UNION ALL
        SELECT place, CASE WHEN trusted THEN 'DATABASE' ELSE 'SUPERUSER' END, '', datdba
        FROM me, pg_database, wanted w
          CROSS JOIN LATERAL (
            SELECT bool_or(v.trusted), bool_and(v.superuser)
            FROM pg_available_extension_versions v WHERE v.name = w.name OFFSET 0
          ) available (trusted, superuser)
        WHERE kind = 'EXTENSION' AND privilege = 'CREATE' AND datname = current_database()
          AND NOT EXISTS (SELECT FROM pg_extension WHERE extname = w.name)
          AND superuser AND NOT rolsuper
          AND NOT (trusted AND has_database_privilege(pg_database.oid, 'CREATE'))
      )
      SELECT place, what, thing, pg_get_userbyid(owner), pg_has_role(owner, 'MEMBER'),
        current_user, version >= 160000, current_database()
      FROM lack, me ORDER BY place""";

  ObjectPrivileges {
    refusals = List.copyOf(refusals);
    remarks = List.copyOf(remarks);
  }

  /**
   * Looks.
   *
   * @param touched what the plan locks; of what the user owns of it no right of owners is missing
   */
  static ObjectPrivileges of(Plan plan, List<TouchedRelation> touched, Session session)
      throws SQLException {
    Set<QualifiedName> owned = TouchedRelation.owned(touched, session.schema());
    List<Need> needs =
        plan.clear()
            ? List.of()
            : Needs.of(plan, session.schema()).stream()
                .filter(need -> !need.isOfOwner(owned))
                .toList();
    if (needs.isEmpty()) {
      return new ObjectPrivileges(List.of(), List.of());
    }
    List<Lack> lacks =
        session.list(
            MISSING,
            row ->
                new Lack(
                    needs.get(row.getInt(1) - 1),
                    Lack.What.valueOf(row.getString(2)),
                    row.getString(3),
                    row.getString(4),
                    row.getBoolean(5),
                    row.getString(6),
                    row.getBoolean(7),
                    row.getString(8)),
            session.texts(texts(needs, w -> w.thing().kind().name())),
            session.texts(texts(needs, w -> w.thing().name().schema().orElse(""))),
            session.texts(texts(needs, w -> w.thing().name().name())),
            session.texts(texts(needs, w -> w.right().name())),
            session.texts(texts(needs, Wanted::other)),
            session.schema());
    return new ObjectPrivileges(
        lacks.stream().flatMap(lack -> lack.refusal().stream()).distinct().toList(),
        lacks.stream().flatMap(lack -> lack.remark().stream()).distinct().toList());
  }

  private static List<String> texts(List<Need> needs, Function<Wanted, String> text) {
    return needs.stream().map(Need::wanted).map(text).toList();
  }
}
