package example;

import dev.ngdi.migration.SchemaMigration;

/** Something that nobody can make. */
@SchemaMigration(up = "CREATE TABLE reading (id bigint)", down = "DROP TABLE reading")
abstract class V20261102091000__create_reading_table {}
