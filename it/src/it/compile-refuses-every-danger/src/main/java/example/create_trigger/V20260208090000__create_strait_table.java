package example.create_trigger;

import dev.ngdi.migration.SchemaMigration;

/** What the catalogue lists. */
@SchemaMigration(
    up = "CREATE TABLE strait (id bigint PRIMARY KEY, title text NOT NULL)",
    down = "DROP TABLE strait")
final class V20260208090000__create_strait_table {}
