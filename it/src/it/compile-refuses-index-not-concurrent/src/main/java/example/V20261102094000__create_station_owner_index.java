package example;

import dev.ngdi.migration.SchemaMigration;

/** Fit for all servers but the oldest ones. */
@SchemaMigration(
    up = "CREATE INDEX CONCURRENTLY station_owner_idx ON station (owner)",
    down = "DROP INDEX CONCURRENTLY station_owner_idx")
final class V20261102094000__create_station_owner_index {}
