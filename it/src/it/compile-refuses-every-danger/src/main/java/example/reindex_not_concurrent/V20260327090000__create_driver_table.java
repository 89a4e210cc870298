package example.reindex_not_concurrent;

import dev.ngdi.migration.SchemaMigration;

/** Who may log in. */
@SchemaMigration(
    up = "CREATE TABLE driver (id bigint PRIMARY KEY, email text NOT NULL, name text)",
    down = "DROP TABLE driver")
final class V20260327090000__create_driver_table {}
