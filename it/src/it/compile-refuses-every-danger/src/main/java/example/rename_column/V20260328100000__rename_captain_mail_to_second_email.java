package example.rename_column;

import dev.ngdi.migration.SchemaMigration;

/** The column is called what it holds. */
@SchemaMigration(
    up = "ALTER TABLE captain RENAME COLUMN mail TO second_email",
    down = "ALTER TABLE captain RENAME COLUMN second_email TO mail")
final class V20260328100000__rename_captain_mail_to_second_email {}
