package example.drop_trigger;

import dev.ngdi.migration.SchemaMigration;

/** Whoever looks after the catalogue sees what changed. */
@SchemaMigration(
    up =
        """
        CREATE TABLE dock_change_note (said text);
        CREATE FUNCTION note_dock_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO dock_change_note VALUES (new.title);
            RETURN NULL;
        END $$;
        """,
    down =
        """
        DROP FUNCTION note_dock_change();
        DROP TABLE dock_change_note;
        """)
final class V20260224100000__create_note_dock_change_function {}
