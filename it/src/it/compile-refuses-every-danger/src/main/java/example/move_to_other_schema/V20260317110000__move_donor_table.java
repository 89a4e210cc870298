package example.move_to_other_schema;

import dev.ngdi.migration.SchemaMigration;

/** People are kept apart from the rest. */
@SchemaMigration(
    up = "ALTER TABLE donor SET SCHEMA people",
    down = "ALTER TABLE people.donor SET SCHEMA public")
final class V20260317110000__move_donor_table {}
