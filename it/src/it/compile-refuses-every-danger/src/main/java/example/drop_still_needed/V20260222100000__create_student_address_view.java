package example.drop_still_needed;

import dev.ngdi.migration.SchemaMigration;

/** Support sees addresses only. */
@SchemaMigration(
    up = "CREATE VIEW student_address AS SELECT id, email FROM student",
    down = "DROP VIEW student_address")
final class V20260222100000__create_student_address_view {}
