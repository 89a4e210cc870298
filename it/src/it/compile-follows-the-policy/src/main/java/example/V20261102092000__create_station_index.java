package example;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SchemaMigration;

/** Accepted with a reason. */
@SchemaMigration(up = "CREATE INDEX station_idx ON station (id)", down = "DROP INDEX station_idx")
@Allow(rule = "index-not-concurrent", because = "a dozen rows, read by nobody yet")
final class V20261102092000__create_station_index {}
