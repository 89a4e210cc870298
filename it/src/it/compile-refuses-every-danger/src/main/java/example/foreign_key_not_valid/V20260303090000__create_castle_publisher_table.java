package example.foreign_key_not_valid;

import dev.ngdi.migration.SchemaMigration;

/** Somebody answers for each castle. */
@SchemaMigration(
    up = "CREATE TABLE castle_publisher (id bigint PRIMARY KEY, name text NOT NULL);",
    down = "DROP TABLE castle_publisher;")
final class V20260303090000__create_castle_publisher_table {}
