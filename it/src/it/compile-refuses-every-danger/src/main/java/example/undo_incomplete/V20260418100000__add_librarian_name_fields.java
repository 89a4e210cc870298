package example.undo_incomplete;

import dev.ngdi.migration.SchemaMigration;

/** Support calls people by their name. */
@SchemaMigration(
    up = "ALTER TABLE librarian ADD COLUMN name text, ADD COLUMN title text",
    down = "ALTER TABLE librarian DROP COLUMN name")
final class V20260418100000__add_librarian_name_fields {}
