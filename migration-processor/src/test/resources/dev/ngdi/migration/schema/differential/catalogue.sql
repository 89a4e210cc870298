WITH ns AS (
  SELECT oid, nspowner, nspacl,
         CASE WHEN nspname LIKE 'pg\_temp%' THEN 'pg_temp' ELSE nspname END AS name
    FROM pg_namespace
   WHERE oid = 2200 OR (oid >= 16384 AND nspname NOT LIKE 'pg\_toast%')),
member AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e'),
rel AS (
  SELECT c.*, ns.name AS schema, p.partrelid
    FROM pg_class c
    JOIN ns ON ns.oid = c.relnamespace
    LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
   WHERE c.oid >= 16384 AND NOT EXISTS (SELECT FROM member WHERE objid = c.oid)),
rows AS (
SELECT 'schema' AS kind, ''::text AS schema, ''::text AS "on", ns.name::text AS name, v.*
  FROM ns, LATERAL (VALUES
    ('owner', nspowner::regrole::text), ('acl', pg_temp.acl(nspacl, 'n', nspowner)),
    ('comment', CASE WHEN ns.oid <> 2200 THEN obj_description(ns.oid, 'pg_namespace') END)) v (property, value)
 WHERE ns.name <> 'pg_temp'
UNION ALL
SELECT CASE relkind WHEN 'c' THEN 'composite' ELSE 'relation' END, schema, '', relname, v.*
  FROM rel, LATERAL (VALUES
    ('kind', relkind::text), ('persistence', relpersistence::text),
    ('row security', relrowsecurity || ' ' || relforcerowsecurity),
    ('options', (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(reloptions) o)), ('replica identity', CASE WHEN relreplident = 'i' AND NOT EXISTS (
       SELECT FROM pg_index WHERE indrelid = rel.oid AND indisreplident)
                              THEN 'n' ELSE relreplident::text END),
    ('owner', relowner::regrole::text),
    ('acl', pg_temp.acl(relacl, CASE relkind WHEN 'S' THEN 's' ELSE 'r' END, relowner)),
    ('populated', relispopulated::text),
    ('definition', CASE WHEN relkind IN ('v', 'm') THEN pg_get_viewdef(oid) END),
    ('partition key', CASE WHEN partrelid IS NOT NULL THEN pg_get_partkeydef(oid) END),
    ('bound', pg_get_expr(relpartbound, oid)),
    ('of', CASE WHEN reloftype <> 0 THEN reloftype::regtype::text END),
    ('parents', (SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno)
                   FROM pg_inherits WHERE inhrelid = rel.oid AND relkind IN ('r', 'p'))),
    ('comment', obj_description(oid, 'pg_class'))) v (property, value)
 WHERE relkind IN ('r', 'p', 'v', 'm', 'c', 'f')
UNION ALL
SELECT CASE relkind WHEN 'c' THEN 'attribute' ELSE 'column' END, schema, relname, attname, v.*
  FROM rel
  JOIN pg_attribute a ON attrelid = rel.oid AND attnum > 0 AND NOT attisdropped
  JOIN pg_type t ON t.oid = atttypid
  LEFT JOIN pg_attrdef d ON adrelid = attrelid AND adnum = attnum,
       LATERAL (VALUES
    ('type', format_type(atttypid, atttypmod)), ('not null', attnotnull::text),
    ('default', CASE WHEN pg_get_expr(adbin, adrelid) !~ '^NULL::[[:alnum:]_"$. ]+(\([0-9,]+\))?(\[\])*$'
                     THEN pg_get_expr(adbin, adrelid) END),
    ('identity', attidentity::text), ('generated', attgenerated::text),
    ('collation', CASE WHEN attcollation <> typcollation THEN attcollation::regcollation::text END),
    ('storage', CASE WHEN attstorage <> typstorage THEN attstorage::text END),
    ('compression', attcompression::text),
    ('statistics', nullif(a.attstattarget, -1)::text),
    ('options', (SELECT string_agg(o, ', ' ORDER BY o) FROM unnest(attoptions) o)), ('acl', pg_temp.acl(attacl, 'c', relowner)),
    ('inherited', attinhcount || ' ' || attislocal),
    ('position', (SELECT count(*) FROM pg_attribute b WHERE b.attrelid = a.attrelid
                     AND b.attnum > 0 AND NOT b.attisdropped AND b.attnum <= a.attnum)::text),
    ('comment', col_description(rel.oid, attnum))) v (property, value)
 WHERE relkind IN ('r', 'p', 'v', 'm', 'c', 'f')
UNION ALL
SELECT 'constraint', schema, relname, k.conname, v.*
  FROM pg_constraint k
  JOIN rel ON rel.oid = k.conrelid
  LEFT JOIN pg_constraint parent ON parent.oid = k.conparentid,
       LATERAL (VALUES
    ('definition', pg_get_constraintdef(k.oid)), ('validated', k.convalidated::text),
    ('inherited', k.coninhcount || ' ' || k.conislocal),
    ('parent', parent.conname),
    ('index', (SELECT relname FROM pg_class i WHERE i.oid = k.conindid AND k.contype <> 'f')),
    ('comment', obj_description(k.oid, 'pg_constraint'))) v (property, value)
 WHERE NOT (k.contype = 't') AND NOT coalesce(parent.conrelid = k.conrelid, false)
UNION ALL
SELECT 'index', i.schema, r.relname, i.relname, v.*
  FROM rel i
  JOIN pg_index x ON indexrelid = i.oid
  JOIN rel r ON r.oid = indrelid
  LEFT JOIN pg_inherits h ON inhrelid = i.oid
  LEFT JOIN pg_class parent ON parent.oid = inhparent,
       LATERAL (VALUES
    ('definition', pg_get_indexdef(i.oid)), ('valid', indisvalid::text),
    ('primary', indisprimary::text), ('clustered', indisclustered::text),
    ('replica identity', indisreplident::text), ('parent', parent.relname),
    ('statistics', (SELECT string_agg(attnum || ':' || attstattarget, ',' ORDER BY attnum)
                      FROM pg_attribute WHERE attrelid = i.oid AND attstattarget >= 0)),
    ('comment', obj_description(i.oid, 'pg_class'))) v (property, value)
UNION ALL
SELECT 'sequence', schema, '', relname, v.*
  FROM rel
  JOIN pg_sequence ON seqrelid = rel.oid,
       LATERAL (VALUES
    ('type', seqtypid::regtype::text),
    ('numbers', format('start %s increment %s min %s max %s cache %s cycle %s',
                       seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle)),
    ('persistence', relpersistence::text),
    ('owned by', (SELECT deptype::text || ' ' || refobjid::regclass || '.' || attname
                    FROM pg_depend JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
                   WHERE objid = rel.oid AND deptype IN ('a', 'i')
                     AND refclassid = 'pg_class'::regclass)),
    ('owner', relowner::regrole::text), ('acl', pg_temp.acl(relacl, 's', relowner)),
    ('comment', obj_description(rel.oid, 'pg_class'))) v (property, value)
UNION ALL
SELECT 'type', ns.name, '', typname, v.*
  FROM pg_type t
  JOIN ns ON ns.oid = typnamespace,
       LATERAL (VALUES
    ('kind', typtype::text),
    ('labels', (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder)
                  FROM pg_enum WHERE enumtypid = t.oid)),
    ('base', CASE WHEN typtype = 'd' THEN format_type(typbasetype, typtypmod) END),
    ('not null', typnotnull::text), ('default', pg_get_expr(typdefaultbin, 0)),
    ('collation', CASE WHEN typtype = 'd' AND typcollation <> 0
                       THEN typcollation::regcollation::text END),
    ('owner', typowner::regrole::text), ('acl', pg_temp.acl(typacl, 'T', typowner)),
    ('comment', obj_description(t.oid, 'pg_type'))) v (property, value)
 WHERE t.oid >= 16384 AND NOT EXISTS (SELECT FROM member WHERE objid = t.oid)
   AND (typtype IN ('e', 'd', 'r')
        OR typtype = 'c' AND EXISTS (SELECT FROM pg_class WHERE oid = typrelid AND relkind = 'c'))
UNION ALL
SELECT 'domain constraint', ns.name, typname, conname, v.*
  FROM pg_constraint k
  JOIN pg_type t ON t.oid = contypid
  JOIN ns ON ns.oid = typnamespace,
       LATERAL (VALUES
    ('definition', pg_get_constraintdef(k.oid)), ('validated', convalidated::text),
    ('comment', obj_description(k.oid, 'pg_constraint'))) v (property, value)
UNION ALL
SELECT 'routine', ns.name, '', proname || '(' || pg_get_function_identity_arguments(p.oid) || ')', v.*
  FROM pg_proc p
  JOIN ns ON ns.oid = pronamespace,
       LATERAL (VALUES
    ('definition', CASE WHEN prokind <> 'a' THEN pg_get_functiondef(p.oid) END),
    ('owner', proowner::regrole::text), ('acl', pg_temp.acl(proacl, 'f', proowner)),
    ('comment', obj_description(p.oid, 'pg_proc'))) v (property, value)
 WHERE p.oid >= 16384 AND NOT EXISTS (SELECT FROM member WHERE objid = p.oid)
   AND ns.name <> 'pg_temp'
   AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'i'
                      AND refclassid = 'pg_type'::regclass)
UNION ALL
SELECT 'trigger', schema, relname, t.tgname, v.*
  FROM pg_trigger t
  JOIN rel ON rel.oid = t.tgrelid
  LEFT JOIN pg_trigger parent ON parent.oid = t.tgparentid,
       LATERAL (VALUES
    ('definition', pg_get_triggerdef(t.oid)), ('enabled', t.tgenabled::text),
    ('parent', parent.tgname),
    ('comment', obj_description(t.oid, 'pg_trigger'))) v (property, value)
 WHERE NOT t.tgisinternal
UNION ALL
SELECT 'policy', schema, relname, polname, v.*
  FROM pg_policy p
  JOIN rel ON rel.oid = polrelid,
       LATERAL (VALUES
    ('for', polcmd::text || ' ' || polpermissive),
    ('to', (SELECT string_agg(CASE r WHEN 0 THEN 'public' ELSE r::regrole::text END, ', ' ORDER BY 1)
              FROM unnest(polroles) r)),
    ('using', pg_get_expr(polqual, polrelid)), ('check', pg_get_expr(polwithcheck, polrelid)),
    ('comment', obj_description(p.oid, 'pg_policy'))) v (property, value)
UNION ALL
SELECT 'rule', schema, relname, rulename, v.*
  FROM pg_rewrite w
  JOIN rel ON rel.oid = ev_class,
       LATERAL (VALUES
    ('definition', pg_get_ruledef(w.oid)), ('enabled', ev_enabled::text),
    ('comment', obj_description(w.oid, 'pg_rewrite'))) v (property, value)
 WHERE rulename <> '_RETURN'
UNION ALL
SELECT 'statistics', ns.name, stxrelid::regclass::text, stxname, v.*
  FROM pg_statistic_ext s
  JOIN ns ON ns.oid = stxnamespace,
       LATERAL (VALUES
    ('definition', pg_get_statisticsobjdef(s.oid)),
    ('target', nullif(stxstattarget, -1)::text), ('owner', stxowner::regrole::text),
    ('comment', obj_description(s.oid, 'pg_statistic_ext'))) v (property, value)
UNION ALL
SELECT 'default privileges', coalesce(ns.name, ''), '', defaclobjtype::text, 'acl',
       pg_temp.acl(defaclacl, defaclobjtype::text, defaclrole)
  FROM pg_default_acl
  LEFT JOIN ns ON ns.oid = defaclnamespace
 WHERE defaclrole = 'postgres'::regrole
UNION ALL
SELECT 'collation', ns.name, '', collname, v.*
  FROM pg_collation c
  JOIN ns ON ns.oid = collnamespace,
       LATERAL (VALUES
    ('provider', collprovider::text), ('owner', collowner::regrole::text),
    ('comment', obj_description(c.oid, 'pg_collation'))) v (property, value)
UNION ALL
SELECT 'text search configuration', ns.name, '', cfgname, 'owner', cfgowner::regrole::text
  FROM pg_ts_config
  JOIN ns ON ns.oid = cfgnamespace
UNION ALL
SELECT 'publication', '', '', pubname, v.*
  FROM pg_publication,
       LATERAL (VALUES
    ('all', puballtables::text), ('owner', pubowner::regrole::text),
    ('of', pubinsert || ' ' || pubupdate || ' ' || pubdelete)) v (property, value)
UNION ALL
SELECT 'foreign data wrapper', '', '', fdwname, 'owner', fdwowner::regrole::text
  FROM pg_foreign_data_wrapper
UNION ALL
SELECT 'server', '', '', srvname, 'wrapper', fdwname::text
  FROM pg_foreign_server JOIN pg_foreign_data_wrapper w ON w.oid = srvfdw
UNION ALL
SELECT 'foreign table', schema, '', relname, 'server', srvname::text
  FROM rel
  JOIN pg_foreign_table ON ftrelid = rel.oid
  JOIN pg_foreign_server s ON s.oid = ftserver
UNION ALL
SELECT 'extension', '', '', extname, 'schema', extnamespace::regnamespace::text
  FROM pg_extension
 WHERE extname <> 'plpgsql')
-- a list of strings is written in another way once what has it was made anew by the server itself
SELECT kind, schema, "on", name, property,
       regexp_replace(regexp_replace(regexp_replace(regexp_replace(value,
         '\mpg_temp_\d+', 'pg_temp', 'g'),
         '\((''[^'']*'')::character varying\)::text', '\1::text', 'g'),
         '(''[^'']*'')::character varying(?=[^][]*\]\)::text\[\])', '\1::text', 'g'),
         '\((ARRAY\[[^][]*\])\)::text\[\]', '\1', 'g') AS value
  FROM rows
 WHERE value IS NOT NULL AND value <> ''
 ORDER BY 1, 2, 3, 4, 5
