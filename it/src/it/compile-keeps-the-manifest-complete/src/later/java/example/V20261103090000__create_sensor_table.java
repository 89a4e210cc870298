package example;

import dev.ngdi.migration.SchemaMigration;

/** A station has several sensors. */
@SchemaMigration(up = "CREATE TABLE sensor (id bigint)", down = "DROP TABLE sensor")
final class V20261103090000__create_sensor_table {}
