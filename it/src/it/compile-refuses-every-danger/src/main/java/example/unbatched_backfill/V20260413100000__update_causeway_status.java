package example.unbatched_backfill;

import dev.ngdi.migration.DataMigration;

/** Causeways from before the status are published. */
@DataMigration(
    up = "UPDATE causeway SET status = 'published' WHERE status IS NULL;",
    down = "UPDATE causeway SET status = NULL WHERE status = 'published' AND id < 10001;")
final class V20260413100000__update_causeway_status {}
