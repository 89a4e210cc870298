package example.drop_still_needed;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SchemaMigration;

/** Addresses are kept by the mail service now. */
@Allow(rule = "drop-column", because = "release 41 stopped reading it")
@SchemaMigration(
    up = "ALTER TABLE student DROP COLUMN email",
    down = "ALTER TABLE student ADD COLUMN email text")
final class V20260222110000__remove_student_email_field {}
