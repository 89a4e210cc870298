package example;

import dev.ngdi.migration.SchemaMigration;

/** A reading is a value at a station. */
@SchemaMigration(up = "CREATE TABLE reading (value numeric)", down = "DROP TABLE reading")
final class V20261102091000__create_reading_table {}
