package example.drop_and_add_column;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SchemaMigration;

/** The column is called what it holds. */
@Allow(rule = "drop-column", because = "no release since 4.1 reads or writes it")
@SchemaMigration(
    up = "ALTER TABLE reviewer DROP COLUMN mail, ADD COLUMN second_email text",
    down = "ALTER TABLE reviewer DROP COLUMN second_email, ADD COLUMN mail text")
final class V20260213100000__replace_reviewer_mail_field {}
