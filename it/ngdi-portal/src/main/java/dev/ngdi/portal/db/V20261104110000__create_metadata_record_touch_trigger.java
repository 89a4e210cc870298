package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * Harvesters ask for what is newer than their last visit; no application can forget this column.
 */
@SchemaMigration(
    up =
        """
        CREATE FUNCTION touch_updated_at() RETURNS trigger
        LANGUAGE plpgsql AS $$
        BEGIN
          NEW.updated_at := now();
          RETURN NEW;
        END
        $$;
        SET LOCAL lock_timeout = '2s';
        CREATE TRIGGER metadata_record_touch
          BEFORE UPDATE ON metadata_record
          FOR EACH ROW EXECUTE FUNCTION touch_updated_at();
        """,
    down =
        """
        DROP TRIGGER metadata_record_touch ON metadata_record;
        DROP FUNCTION touch_updated_at();
        """)
final class V20261104110000__create_metadata_record_touch_trigger {}
