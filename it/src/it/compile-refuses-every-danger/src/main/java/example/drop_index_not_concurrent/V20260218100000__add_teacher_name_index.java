package example.drop_index_not_concurrent;

import dev.ngdi.migration.SchemaMigration;

/** People are looked up by name. */
@SchemaMigration(
    up = "CREATE INDEX CONCURRENTLY teacher_name_idx ON teacher (name)",
    down = "DROP INDEX CONCURRENTLY teacher_name_idx")
final class V20260218100000__add_teacher_name_index {}
