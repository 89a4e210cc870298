package example;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SchemaMigration;

/** Accepts without saying why. */
@SchemaMigration(up = "CREATE INDEX station_idx ON station (id)", down = "DROP INDEX station_idx")
@Allow(rule = "index-not-concurrent", because = "")
final class V20261102091000__create_station_index {}
