package example.check_not_valid;

import dev.ngdi.migration.SchemaMigration;

/** A size is not negative. */
@SchemaMigration(
    up = "ALTER TABLE pond ADD CONSTRAINT pond_size_check CHECK (size_bytes >= 0);",
    down = "ALTER TABLE pond DROP CONSTRAINT pond_size_check;")
final class V20260205100000__add_pond_size_check_constraint {}
