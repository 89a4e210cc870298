package example;

import dev.ngdi.migration.SeedMigration;

/** An environment that nobody can name. */
@SeedMigration(
    environments = {"dev", "Test Systems"},
    up = "INSERT INTO unit VALUES (1)",
    down = "DELETE FROM unit")
final class V20261102102000__seed_unit_rows {}
