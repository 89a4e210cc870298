package example;

import dev.ngdi.migration.SchemaMigration;

/** Written on another branch in the same second. */
@SchemaMigration(up = "CREATE TABLE reading (id bigint)", down = "DROP TABLE reading")
final class V20261102090000__create_reading_table {}
