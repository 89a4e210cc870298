package example.drop_trigger;

import dev.ngdi.migration.SchemaMigration;

/** Changes of docks are noted. */
@SchemaMigration(
    up =
        """
        SET LOCAL lock_timeout = '2s';
        CREATE TRIGGER dock_changed AFTER UPDATE ON dock
            FOR EACH ROW EXECUTE FUNCTION note_dock_change();
        """,
    down = "DROP TRIGGER dock_changed ON dock")
final class V20260224110000__create_dock_changed_trigger {}
