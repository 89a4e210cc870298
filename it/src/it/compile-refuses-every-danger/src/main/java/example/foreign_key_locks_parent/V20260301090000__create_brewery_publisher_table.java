package example.foreign_key_locks_parent;

import dev.ngdi.migration.SchemaMigration;

/** Somebody answers for each brewery. */
@SchemaMigration(
    up = "CREATE TABLE brewery_publisher (id bigint PRIMARY KEY, name text NOT NULL);",
    down = "DROP TABLE brewery_publisher;")
final class V20260301090000__create_brewery_publisher_table {}
