package example.drop_trigger;

import dev.ngdi.migration.SchemaMigration;

/** Nobody reads the notes. */
@SchemaMigration(
    up = "DROP TRIGGER dock_changed ON dock",
    down =
        """
        CREATE TRIGGER dock_changed AFTER UPDATE ON dock
            FOR EACH ROW EXECUTE FUNCTION note_dock_change()
        """)
final class V20260224120000__remove_dock_changed_trigger {}
