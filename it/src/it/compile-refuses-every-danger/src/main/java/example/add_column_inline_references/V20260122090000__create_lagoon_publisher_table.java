package example.add_column_inline_references;

import dev.ngdi.migration.SchemaMigration;

/** Somebody answers for each lagoon. */
@SchemaMigration(
    up = "CREATE TABLE lagoon_publisher (id bigint PRIMARY KEY, name text);",
    down = "DROP TABLE lagoon_publisher;")
final class V20260122090000__create_lagoon_publisher_table {}
