package example.policy_change;

import dev.ngdi.migration.SchemaMigration;

/** Publishers need to see less. */
@SchemaMigration(
    up = "DROP POLICY silo_visible ON silo",
    down = "CREATE POLICY silo_visible ON silo USING (title <> '')")
final class V20260323110000__remove_silo_visible_policy {}
