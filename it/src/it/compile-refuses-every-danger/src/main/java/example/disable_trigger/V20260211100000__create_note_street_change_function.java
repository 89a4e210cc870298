package example.disable_trigger;

import dev.ngdi.migration.SchemaMigration;

/** Whoever looks after the catalogue sees what changed. */
@SchemaMigration(
    up =
        """
        CREATE TABLE street_change_note (said text);
        CREATE FUNCTION note_street_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO street_change_note VALUES (new.title);
            RETURN NULL;
        END $$;
        """,
    down =
        """
        DROP FUNCTION note_street_change();
        DROP TABLE street_change_note;
        """)
final class V20260211100000__create_note_street_change_function {}
