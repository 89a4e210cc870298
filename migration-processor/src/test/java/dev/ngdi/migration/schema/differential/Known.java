package dev.ngdi.migration.schema.differential;

import java.util.List;
import java.util.function.Predicate;

/** What the server has at one moment; the generator chooses from it. */
record Known(List<Thing> things) {
  static final String QUERY =
      """
      WITH ns AS (
        SELECT oid, CASE WHEN nspname LIKE 'pg_temp%' THEN 'pg_temp' ELSE nspname END AS name
          FROM pg_namespace
         WHERE oid = 2200 OR (oid >= 16384 AND nspname NOT LIKE 'pg_toast%')),
      member AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
      rel AS (
        SELECT c.oid, ns.name AS schema, c.relname AS name, c.relkind, c.relispartition,
               c.reltablespace, p.partstrat, c.relpersistence
          FROM pg_class c JOIN ns ON ns.oid = c.relnamespace
          LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
         WHERE c.oid >= 16384)
      SELECT 'schema' AS kind, '' AS schema, '' AS on, name, '' AS info FROM ns
       WHERE name <> 'pg_temp'
      UNION ALL SELECT 'relation', schema, '', name, relkind::text || '|' || relispartition || '|'
             || coalesce(partstrat::text, ' ') || '|' || relpersistence::text || '|'
             || CASE WHEN relkind = 'p' THEN pg_get_partkeydef(oid) ELSE '' END
        FROM rel WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
      UNION ALL SELECT 'column', schema, name, attname, format_type(atttypid, atttypmod) || '|'
             || CASE WHEN attnotnull THEN 'n' ELSE '' END || CASE WHEN atthasdef THEN 'd' ELSE '' END
             || attidentity::text || attgenerated::text
        FROM rel JOIN pg_attribute ON attrelid = rel.oid
       WHERE relkind IN ('r', 'p', 'v', 'm', 'c', 'f') AND attnum > 0 AND NOT attisdropped
      UNION ALL SELECT 'index', i.schema, r.name, i.name, indisunique || '|'
             || EXISTS (SELECT FROM pg_constraint WHERE conindid = i.oid) || '|' || i.relkind::text
        FROM rel i JOIN pg_index ON indexrelid = i.oid JOIN rel r ON r.oid = indrelid
      UNION ALL SELECT 'constraint', schema, name, conname, contype::text || '|' || coalesce((
               SELECT string_agg(attname, ',' ORDER BY o) FROM unnest(conkey) WITH ORDINALITY k(n, o)
                 JOIN pg_attribute ON attrelid = conrelid AND attnum = n), '')
        FROM pg_constraint k JOIN rel ON rel.oid = conrelid
       WHERE NOT EXISTS (SELECT FROM pg_constraint parent
                          WHERE parent.oid = k.conparentid AND parent.conrelid = k.conrelid)
      UNION ALL SELECT 'domaincheck', ns.name, typname, conname, ''
        FROM pg_constraint JOIN pg_type t ON t.oid = contypid JOIN ns ON ns.oid = typnamespace
       WHERE t.oid >= 16384 AND contype = 'c'
      UNION ALL SELECT 'sequence', schema, '', name,
             EXISTS (SELECT FROM pg_depend WHERE objid = rel.oid AND deptype = 'i')::text
        FROM rel WHERE relkind = 'S'
      UNION ALL SELECT 'type', ns.name, '', typname, typtype::text || '|' || coalesce((
               SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum
                WHERE enumtypid = t.oid), CASE WHEN typbasetype <> 0
               THEN format_type(typbasetype, typtypmod) ELSE '' END)
        FROM pg_type t JOIN ns ON ns.oid = typnamespace
       WHERE t.oid >= 16384 AND (typtype IN ('e', 'd', 'r') OR (typtype = 'c' AND EXISTS (
               SELECT FROM pg_class WHERE oid = typrelid AND relkind = 'c')))
         AND NOT EXISTS (SELECT FROM member WHERE objid = t.oid)
      UNION ALL SELECT 'routine', ns.name, '', proname, prokind::text || '|'
             || pg_get_function_identity_arguments(p.oid) || '|' || pg_get_function_arguments(p.oid)
             || '|' || coalesce(pg_get_function_result(p.oid), '')
        FROM pg_proc p JOIN ns ON ns.oid = pronamespace
       WHERE p.oid >= 16384 AND ns.name <> 'pg_temp'
         AND NOT EXISTS (SELECT FROM member WHERE objid = p.oid)
         AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'i'
                            AND refclassid = 'pg_type'::regclass)
      UNION ALL SELECT 'trigger', schema, name, tgname, ''
        FROM pg_trigger JOIN rel ON rel.oid = tgrelid WHERE NOT tgisinternal
      UNION ALL SELECT 'policy', schema, name, polname, ''
        FROM pg_policy JOIN rel ON rel.oid = polrelid
      UNION ALL SELECT 'rule', schema, name, rulename, ''
        FROM pg_rewrite JOIN rel ON rel.oid = ev_class WHERE rulename <> '_RETURN'
      UNION ALL SELECT 'statistics', ns.name, '', stxname, ''
        FROM pg_statistic_ext JOIN ns ON ns.oid = stxnamespace
      UNION ALL SELECT 'inherits', c.schema, c.name, p.name, p.schema || '|' || c.relispartition
        FROM pg_inherits JOIN rel c ON c.oid = inhrelid JOIN rel p ON p.oid = inhparent
       WHERE c.relkind IN ('r', 'p')
      UNION ALL SELECT 'collation', ns.name, '', collname, ''
        FROM pg_collation JOIN ns ON ns.oid = collnamespace
      UNION ALL SELECT 'text search configuration', ns.name, '', cfgname, ''
        FROM pg_ts_config JOIN ns ON ns.oid = cfgnamespace
      UNION ALL SELECT 'publication', '', '', pubname, '' FROM pg_publication
      UNION ALL SELECT 'foreign data wrapper', '', '', fdwname, '' FROM pg_foreign_data_wrapper
      UNION ALL SELECT 'server', '', '', srvname, '' FROM pg_foreign_server
      UNION ALL SELECT 'extension', '', '', extname, '' FROM pg_extension WHERE extname <> 'plpgsql'
      ORDER BY 1, 2, 3, 4, 5
      """;

  List<Thing> all(String kind) {
    return things.stream().filter(t -> t.kind().equals(kind)).toList();
  }

  List<Thing> all(String kind, Predicate<Thing> test) {
    return things.stream().filter(t -> t.kind().equals(kind)).filter(test).toList();
  }

  /** The relations of these kinds: {@code r}, {@code p}, {@code v}, {@code m}. */
  List<Thing> relations(String kinds) {
    return all("relation", t -> kinds.contains(t.first()));
  }

  List<Thing> columns(Thing relation) {
    return all("column", c -> c.belongsTo(relation));
  }
}
