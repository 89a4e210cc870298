package example.foreign_key_without_index;

import dev.ngdi.migration.SchemaMigration;

/** Somebody answers for each garden. */
@SchemaMigration(
    up = "CREATE TABLE garden_publisher (id bigint PRIMARY KEY, name text NOT NULL);",
    down = "DROP TABLE garden_publisher;")
final class V20260305090000__create_garden_publisher_table {}
