package example.create_trigger;

import dev.ngdi.migration.SchemaMigration;

/** Changes of straits are noted. */
@SchemaMigration(
    up =
        """
        CREATE TRIGGER strait_changed AFTER UPDATE ON strait
            FOR EACH ROW EXECUTE FUNCTION note_strait_change()
        """,
    down = "DROP TRIGGER strait_changed ON strait")
final class V20260208110000__create_strait_changed_trigger {}
