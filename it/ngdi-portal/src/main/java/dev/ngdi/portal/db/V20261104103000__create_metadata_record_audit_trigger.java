package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** Publishers must be able to tell who changed a record, so every change of one is logged. */
@SchemaMigration(
    up =
        """
        SET LOCAL lock_timeout = '2s';
        CREATE TRIGGER metadata_record_audit
          AFTER INSERT OR UPDATE OR DELETE ON metadata_record
          FOR EACH ROW EXECUTE FUNCTION write_audit_log();
        """,
    down =
        """
        DROP TRIGGER metadata_record_audit ON metadata_record;
        """)
final class V20261104103000__create_metadata_record_audit_trigger {}
