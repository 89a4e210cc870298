package example.unnamed_constraint;

import dev.ngdi.migration.SchemaMigration;

/** A size is not negative. */
@SchemaMigration(
    up = "ALTER TABLE belfry ADD CHECK (size_bytes >= 0) NOT VALID;",
    down = "ALTER TABLE belfry DROP CONSTRAINT belfry_size_bytes_check;")
final class V20260421100000__add_belfry_size_check_constraint {}
