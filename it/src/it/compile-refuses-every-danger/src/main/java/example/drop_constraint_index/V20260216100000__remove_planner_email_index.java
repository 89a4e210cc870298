package example.drop_constraint_index;

import dev.ngdi.migration.SchemaMigration;

/** Two people may share a mailbox. */
@SchemaMigration(
    up = "DROP INDEX CONCURRENTLY planner_email_key",
    down = "CREATE UNIQUE INDEX CONCURRENTLY planner_email_key ON planner (email)")
final class V20260216100000__remove_planner_email_index {}
