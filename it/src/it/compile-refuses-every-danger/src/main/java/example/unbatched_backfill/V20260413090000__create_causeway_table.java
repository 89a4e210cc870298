package example.unbatched_backfill;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists causeways. */
@SchemaMigration(
    up = "CREATE TABLE causeway (id bigint PRIMARY KEY, title text NOT NULL, status text);",
    down = "DROP TABLE causeway;")
final class V20260413090000__create_causeway_table {}
