package example.foreign_key_without_index;

import dev.ngdi.migration.SchemaMigration;

/** A publisher grants licences. */
@SchemaMigration(
    up =
        """
        CREATE TABLE garden_licence (id bigint PRIMARY KEY, garden_publisher_id bigint NOT NULL REFERENCES garden_publisher (id));
        """,
    down = "DROP TABLE garden_licence;")
final class V20260305100000__create_garden_licence_table {}
