package example;

import dev.ngdi.migration.SchemaMigration;

/** Stations stand where readings are taken. */
@SchemaMigration(
    up = "CREATE TABLE station (id bigint PRIMARY KEY, name text)",
    down = "DROP TABLE station")
final class V20261102090000__create_station_table {}
