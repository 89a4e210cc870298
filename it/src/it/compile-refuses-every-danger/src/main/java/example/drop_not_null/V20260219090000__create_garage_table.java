package example.drop_not_null;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists garages. */
@SchemaMigration(
    up = "CREATE TABLE garage (id bigint PRIMARY KEY, title text NOT NULL);",
    down = "DROP TABLE garage;")
final class V20260219090000__create_garage_table {}
