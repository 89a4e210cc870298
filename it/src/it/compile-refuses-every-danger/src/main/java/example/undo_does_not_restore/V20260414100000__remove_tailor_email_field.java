package example.undo_does_not_restore;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SchemaMigration;

/** The mail service keeps addresses. */
@Allow(rule = "drop-column", because = "no release since 4.1 reads or writes it")
@SchemaMigration(
    up = "ALTER TABLE tailor DROP COLUMN email",
    down = "ALTER TABLE tailor ADD COLUMN email text")
final class V20260414100000__remove_tailor_email_field {}
