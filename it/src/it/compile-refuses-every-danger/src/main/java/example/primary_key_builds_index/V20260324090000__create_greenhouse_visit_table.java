package example.primary_key_builds_index;

import dev.ngdi.migration.SchemaMigration;

/** Visits are counted. */
@SchemaMigration(
    up = "CREATE TABLE greenhouse_visit (id bigint NOT NULL, page text, seen_at timestamptz);",
    down = "DROP TABLE greenhouse_visit;")
final class V20260324090000__create_greenhouse_visit_table {}
