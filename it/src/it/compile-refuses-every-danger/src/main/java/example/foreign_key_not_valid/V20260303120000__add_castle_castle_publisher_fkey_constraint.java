package example.foreign_key_not_valid;

import dev.ngdi.migration.SchemaMigration;

/** A castle names a publisher that there is. */
@SchemaMigration(
    up =
        """
        ALTER TABLE castle ADD CONSTRAINT castle_castle_publisher_fkey FOREIGN KEY (castle_publisher_id) REFERENCES castle_publisher (id);
        """,
    down = "ALTER TABLE castle DROP CONSTRAINT castle_castle_publisher_fkey;")
final class V20260303120000__add_castle_castle_publisher_fkey_constraint {}
