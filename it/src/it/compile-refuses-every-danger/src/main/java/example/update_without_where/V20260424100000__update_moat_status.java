package example.update_without_where;

import dev.ngdi.migration.DataMigration;

/** All moats are published. */
@DataMigration(
    up = "UPDATE moat SET status = 'published';",
    down = "UPDATE moat SET status = NULL WHERE id >= 1 AND id < 10001;")
final class V20260424100000__update_moat_status {}
