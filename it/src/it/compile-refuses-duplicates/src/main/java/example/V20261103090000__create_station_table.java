package example;

import dev.ngdi.migration.SchemaMigration;

/** The same thing twice. */
@SchemaMigration(up = "CREATE TABLE station_too (id bigint)", down = "DROP TABLE station_too")
final class V20261103090000__create_station_table {}
