package example;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SchemaMigration;

/** Stations are found by name. */
@SchemaMigration(
    up = "CREATE UNIQUE INDEX CONCURRENTLY station_name_idx ON station (name)",
    down = "DROP INDEX CONCURRENTLY station_name_idx")
@Allow(rule = "unique-index-duplicates", because = "the scenario is about a build that fails")
final class V20261103090000__create_station_name_index {}
