package example;

import dev.ngdi.migration.SchemaMigration;

@SchemaMigration(up = "CREATE TABLE unit (id bigint)", down = "DROP TABLE unit")
final class V20261102100000__create_unit_table {}
