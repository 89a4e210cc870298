package flyway;

import dev.ngdi.migration.SchemaMigration;

/** An old script gave the column another name. */
@SchemaMigration(
    up = "ALTER TABLE reading ALTER COLUMN value SET DEFAULT 0",
    down = "ALTER TABLE reading ALTER COLUMN value DROP DEFAULT")
final class V20261102094000__alter_reading_value_default {}
