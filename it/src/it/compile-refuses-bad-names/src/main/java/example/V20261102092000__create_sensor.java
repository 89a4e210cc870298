package example;

import dev.ngdi.migration.SchemaMigration;

/** The details are missing. */
@SchemaMigration(up = "CREATE TABLE sensor (id bigint)", down = "DROP TABLE sensor")
final class V20261102092000__create_sensor {}
