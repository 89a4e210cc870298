package example;

import dev.ngdi.migration.SeedMigration;

/** A file, and SQL as well. */
@SeedMigration(
    up = "INSERT INTO reading VALUES (1)",
    upFile = "readings.sql",
    down = "DELETE FROM reading")
final class V20261102101000__import_reading_rows {}
