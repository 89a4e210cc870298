package example;

import dev.ngdi.migration.SchemaMigration;

/** There is no thirteenth month. */
@SchemaMigration(up = "CREATE TABLE station (id bigint)", down = "DROP TABLE station")
final class V20261302090000__create_station_table {}
