package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** One trigger function writes the log for every table that is audited. */
@SchemaMigration(
    up =
        """
        CREATE FUNCTION write_audit_log() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO audit_log (actor, operation, table_name, row_id, before, after)
          VALUES (
            current_user,
            TG_OP,
            TG_TABLE_NAME,
            CASE TG_OP WHEN 'DELETE' THEN OLD.id ELSE NEW.id END,
            CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) - 'search_vector' END,
            CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) - 'search_vector' END
          );
          RETURN NULL;
        END
        $$;
        """,
    down =
        """
        DROP FUNCTION write_audit_log();
        """)
final class V20261104102000__create_audit_log_function {}
