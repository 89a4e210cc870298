package example.drop_index_not_concurrent;

import dev.ngdi.migration.SchemaMigration;

/** Nobody looks people up by name any more. */
@SchemaMigration(
    up = "DROP INDEX teacher_name_idx",
    down = "CREATE INDEX teacher_name_idx ON teacher (name)")
final class V20260218110000__remove_teacher_name_index {}
