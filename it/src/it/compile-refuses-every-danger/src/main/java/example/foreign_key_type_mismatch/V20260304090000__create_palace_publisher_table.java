package example.foreign_key_type_mismatch;

import dev.ngdi.migration.SchemaMigration;

/** Somebody answers for each palace. */
@SchemaMigration(
    up = "CREATE TABLE palace_publisher (id bigint PRIMARY KEY, name text NOT NULL);",
    down = "DROP TABLE palace_publisher;")
final class V20260304090000__create_palace_publisher_table {}
