package example.create_trigger;

import dev.ngdi.migration.SchemaMigration;

/** Whoever looks after the catalogue sees what changed. */
@SchemaMigration(
    up =
        """
        CREATE TABLE strait_change_note (said text);
        CREATE FUNCTION note_strait_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO strait_change_note VALUES (new.title);
            RETURN NULL;
        END $$;
        """,
    down =
        """
        DROP FUNCTION note_strait_change();
        DROP TABLE strait_change_note;
        """)
final class V20260208100000__create_note_strait_change_function {}
