package example.change_column_type_rewrite;

import dev.ngdi.migration.SchemaMigration;

/** Sizes outgrow their type. */
@SchemaMigration(
    up = "ALTER TABLE cave ALTER COLUMN size TYPE bigint;",
    down = "ALTER TABLE cave ALTER COLUMN size TYPE integer;")
final class V20260131100000__change_cave_size_type {}
