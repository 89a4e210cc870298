package example;

import dev.ngdi.migration.DataMigration;
import dev.ngdi.migration.SchemaMigration;

/** One of them, not both. */
@SchemaMigration(up = "CREATE TABLE station (id bigint)", down = "DROP TABLE station")
@DataMigration(up = "DELETE FROM station", down = "INSERT INTO station VALUES (1)")
final class V20261102090000__create_station_table {}
