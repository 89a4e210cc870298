package example.refresh_matview;

import dev.ngdi.migration.DataMigration;

/** The themes have new names. */
@DataMigration(
    up = "REFRESH MATERIALIZED VIEW hedge_count",
    down = "REFRESH MATERIALIZED VIEW hedge_count")
final class V20260326100000__refresh_hedge_count {}
