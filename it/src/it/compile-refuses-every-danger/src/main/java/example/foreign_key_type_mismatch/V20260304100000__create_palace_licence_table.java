package example.foreign_key_type_mismatch;

import dev.ngdi.migration.SchemaMigration;

/** A publisher grants licences. */
@SchemaMigration(
    up =
        """
        CREATE TABLE palace_licence (id bigint PRIMARY KEY, palace_publisher_id integer NOT NULL REFERENCES palace_publisher (id));
        CREATE INDEX palace_licence_palace_publisher_id_idx ON palace_licence (palace_publisher_id);
        """,
    down = "DROP TABLE palace_licence;")
final class V20260304100000__create_palace_licence_table {}
