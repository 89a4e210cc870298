package example.primary_key_nullable_column;

import dev.ngdi.migration.SchemaMigration;

/** Visits are counted. */
@SchemaMigration(
    up = "CREATE TABLE vineyard_visit (id bigint, page text, seen_at timestamptz);",
    down = "DROP TABLE vineyard_visit;")
final class V20260325090000__create_vineyard_visit_table {}
