package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * Everybody works through the portal's one database user, so the log named the same actor always.
 * The portal now sets the name of who is signed in for each transaction.
 */
@SchemaMigration(
    up =
        """
        CREATE OR REPLACE FUNCTION write_audit_log() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
          INSERT INTO audit_log (actor, operation, table_name, row_id, before, after)
          VALUES (
            coalesce(nullif(current_setting('portal.user', true), ''), current_user),
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
        CREATE OR REPLACE FUNCTION write_audit_log() RETURNS trigger
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
        """)
final class V20261120090000__change_audit_log_function {}
