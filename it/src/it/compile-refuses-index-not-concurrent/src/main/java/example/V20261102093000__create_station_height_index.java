package example;

import dev.ngdi.migration.SchemaMigration;
import dev.ngdi.migration.Transaction;

/** PostgreSQL refuses this in a transaction. */
@SchemaMigration(
    up = "CREATE INDEX CONCURRENTLY station_height_idx ON station (height)",
    down = "DROP INDEX CONCURRENTLY station_height_idx",
    transaction = Transaction.REQUIRED)
final class V20261102093000__create_station_height_index {}
