package example.drop_constraint;

import dev.ngdi.migration.SchemaMigration;

/** Sizes are not known to be right. */
@SchemaMigration(
    up = "ALTER TABLE tram DROP CONSTRAINT tram_size_check;",
    down = "ALTER TABLE tram ADD CONSTRAINT tram_size_check CHECK (size_bytes >= 0) NOT VALID;")
final class V20260217110000__remove_tram_size_check_constraint {}
