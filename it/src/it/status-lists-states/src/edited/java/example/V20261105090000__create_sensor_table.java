package example;

import dev.ngdi.migration.SchemaMigration;

/** A station has several sensors. */
@SchemaMigration(up = "CREATE TABLE sensor (id bigint PRIMARY KEY)", down = "DROP TABLE sensor")
final class V20261105090000__create_sensor_table {}
