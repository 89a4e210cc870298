package example;

import dev.ngdi.migration.SchemaMigration;

/** A quote that never ends. */
@SchemaMigration(up = "CREATE TABLE reading (unit text DEFAULT 'mm)", down = "DROP TABLE reading")
final class V20261102091000__create_reading_table {}
