package example;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SchemaMigration;

/** Accepts what is not there. */
@SchemaMigration(up = "CREATE TABLE station (id bigint)", down = "DROP TABLE station")
@Allow(rule = "index-isolation", because = "the table is small")
final class V20261102090000__create_station_table {}
