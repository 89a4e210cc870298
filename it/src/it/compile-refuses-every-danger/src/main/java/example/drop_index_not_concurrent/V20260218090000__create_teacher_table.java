package example.drop_index_not_concurrent;

import dev.ngdi.migration.SchemaMigration;

/** Who may log in. */
@SchemaMigration(
    up = "CREATE TABLE teacher (id bigint PRIMARY KEY, email text NOT NULL, name text)",
    down = "DROP TABLE teacher")
final class V20260218090000__create_teacher_table {}
