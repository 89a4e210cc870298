package example.disable_trigger;

import dev.ngdi.migration.SchemaMigration;

/** Changes of streets are noted. */
@SchemaMigration(
    up =
        """
        SET LOCAL lock_timeout = '2s';
        CREATE TRIGGER street_changed AFTER UPDATE ON street
            FOR EACH ROW EXECUTE FUNCTION note_street_change();
        """,
    down = "DROP TRIGGER street_changed ON street")
final class V20260211110000__create_street_changed_trigger {}
