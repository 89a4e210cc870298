package example.drop_constraint;

import dev.ngdi.migration.SchemaMigration;

/** Sizes of new trams are not negative. */
@SchemaMigration(
    up = "ALTER TABLE tram ADD CONSTRAINT tram_size_check CHECK (size_bytes >= 0) NOT VALID;",
    down = "ALTER TABLE tram DROP CONSTRAINT tram_size_check;")
final class V20260217100000__add_tram_size_check_constraint {}
