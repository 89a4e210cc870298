package dev.ngdi.migration.schema.undo;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;

/** What a server's catalogue says of a database, one line for each thing; column order aside. */
final class ServerCatalogue {
  private static final String USER =
      " NOT IN (SELECT oid FROM pg_namespace WHERE nspname LIKE 'pg\\_%'"
          + " OR nspname = 'information_schema')";

  private static final List<String> QUERIES =
      List.of(
          """
          SELECT 'relation', c.oid::regclass, c.relkind, c.relpersistence, c.relrowsecurity,
                 c.relforcerowsecurity, c.relreplident, c.reloptions, c.relispartition,
                 pg_get_expr(c.relpartbound, c.oid), c.reloftype::regtype, a.amname,
                 CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) END, c.relowner::regrole,
                 (SELECT array_agg(x::text ORDER BY x::text) FROM unnest(c.relacl) x),
                 obj_description(c.oid, 'pg_class')
            FROM pg_class c LEFT JOIN pg_am a ON a.oid = c.relam
           WHERE c.relnamespace USER\
          """,
          """
          SELECT 'column', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
                 a.attnotnull, a.attidentity, a.attgenerated, a.attstorage, a.attcompression,
                 nullif(a.attstattarget, -1), a.attcollation::regcollation, a.attoptions,
                 a.attinhcount, pg_get_expr(d.adbin, d.adrelid), a.attacl,
                 col_description(a.attrelid, a.attnum)
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
           WHERE NOT a.attisdropped AND a.attnum > 0 AND c.relkind NOT IN ('i', 'I')
             AND c.relnamespace USER\
          """,
          """
          SELECT 'index', indexrelid::regclass, pg_get_indexdef(indexrelid), indisvalid,
                 indisclustered, indisreplident, inhparent::regclass
            FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            LEFT JOIN pg_inherits ON inhrelid = indexrelid
           WHERE c.relnamespace USER\
          """,
          """
          SELECT 'constraint', conrelid::regclass, contypid::regtype, conname, contype,
                 pg_get_constraintdef(oid), convalidated, condeferrable, condeferred, coninhcount, obj_description(oid, 'pg_constraint')
            FROM pg_constraint WHERE connamespace USER\
          """,
          """
          SELECT 'inherits', inhrelid::regclass, inhparent::regclass, inhseqno
            FROM pg_inherits JOIN pg_class c ON c.oid = inhrelid
           WHERE c.relkind NOT IN ('i', 'I')\
          """,
          """
          SELECT 'sequence', seqrelid::regclass, seqtypid::regtype, seqstart, seqincrement, seqmax,
                 seqmin, seqcache, seqcycle, d.deptype,
                 pg_describe_object(d.refclassid, d.refobjid, d.refobjsubid)
            FROM pg_sequence LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass
             AND d.objid = seqrelid AND d.deptype IN ('a', 'i')\
          """,
          """
          SELECT 'view', c.oid::regclass, pg_get_viewdef(c.oid), c.relispopulated
            FROM pg_class c WHERE c.relkind IN ('v', 'm') AND c.relnamespace USER\
          """,
          """
          SELECT 'type', t.oid::regtype, t.typtype, t.typnotnull, t.typdefault,
                 t.typbasetype::regtype, t.typtypmod, t.typcollation::regcollation,
                 t.typowner::regrole, t.typacl, obj_description(t.oid, 'pg_type'),
                 (SELECT array_agg(e.enumlabel ORDER BY e.enumsortorder)
                    FROM pg_enum e WHERE e.enumtypid = t.oid)
            FROM pg_type t WHERE t.typnamespace USER AND t.typelem = 0\
          """,
          """
          SELECT 'function', p.oid::regprocedure, p.prokind, pg_get_functiondef(p.oid),
                 p.proowner::regrole, p.proacl, obj_description(p.oid, 'pg_proc')
            FROM pg_proc p WHERE p.prokind IN ('f', 'p') AND p.pronamespace USER\
          """,
          """
          SELECT 'trigger', tgrelid::regclass, tgname, pg_get_triggerdef(t.oid), tgenabled,
                 obj_description(t.oid, 'pg_trigger')
            FROM pg_trigger t WHERE NOT tgisinternal\
          """,
          """
          SELECT 'policy', polrelid::regclass, polname, polcmd, polpermissive,
                 polroles::regrole[], pg_get_expr(polqual, polrelid),
                 pg_get_expr(polwithcheck, polrelid), obj_description(oid, 'pg_policy')
            FROM pg_policy\
          """,
          """
          SELECT 'rule', r.ev_class::regclass, rulename, pg_get_ruledef(r.oid), ev_enabled,
                 obj_description(r.oid, 'pg_rewrite')
            FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class
           WHERE rulename <> '_RETURN' AND c.relnamespace USER\
          """,
          """
          SELECT 'schema', nspname, nspowner::regrole, nspacl, obj_description(oid, 'pg_namespace')
            FROM pg_namespace n WHERE oid USER\
          """,
          """
          SELECT 'extension', extname, extversion, extnamespace::regnamespace FROM pg_extension\
          """,
          """
          SELECT 'statistics', stxname, concat_ws(' ', stxrelid::regclass, stxkind,
            (SELECT string_agg(attname, ', ' ORDER BY attname) FROM pg_attribute
             WHERE attrelid = stxrelid AND attnum = ANY (stxkeys)),
            pg_get_statisticsobjdef_expressions(oid)) FROM pg_statistic_ext\
          """);

  private ServerCatalogue() {}

  static List<String> read(Connection connection) throws SQLException {
    TreeSet<String> lines = new TreeSet<>();
    for (String query : QUERIES) {
      try (var statement = connection.createStatement();
          ResultSet rows = statement.executeQuery(query.replace(" USER", USER))) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
          StringBuilder line = new StringBuilder();
          for (int i = 1; i <= columns; i++) {
            line.append(i == 1 ? "" : " | ").append(rows.getString(i));
          }
          lines.add(line.toString());
        }
      }
    }
    return List.copyOf(lines);
  }
}
