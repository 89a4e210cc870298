package example;

import dev.ngdi.migration.SchemaMigration;

/** The name says the contrary of what the SQL does. */
@SchemaMigration(up = "CREATE TABLE region (id bigint)", down = "DROP TABLE region")
final class V20261102094000__remove_region_table {}
