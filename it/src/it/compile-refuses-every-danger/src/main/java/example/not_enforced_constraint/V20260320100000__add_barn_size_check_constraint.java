package example.not_enforced_constraint;

import dev.ngdi.migration.SchemaMigration;

/** A size is not negative. */
@SchemaMigration(
    up =
        """
        ALTER TABLE barn ADD CONSTRAINT barn_size_check CHECK (size_bytes >= 0) NOT ENFORCED;
        """,
    down = "ALTER TABLE barn DROP CONSTRAINT barn_size_check;")
final class V20260320100000__add_barn_size_check_constraint {}
