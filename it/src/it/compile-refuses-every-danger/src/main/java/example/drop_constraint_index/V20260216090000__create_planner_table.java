package example.drop_constraint_index;

import dev.ngdi.migration.SchemaMigration;

/** Who may log in. */
@SchemaMigration(
    up = "CREATE TABLE planner (id bigint PRIMARY KEY, email text NOT NULL UNIQUE)",
    down = "DROP TABLE planner")
final class V20260216090000__create_planner_table {}
