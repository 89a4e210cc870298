package example.statement_after_access_exclusive;

import dev.ngdi.migration.SchemaMigration;

/** Old titles have been shortened; users choose a language. */
@SchemaMigration(
    up =
        """
        ALTER TABLE railway_visitor_account ADD COLUMN language text;
        ALTER TABLE railway VALIDATE CONSTRAINT railway_title_check;
        """,
    down =
        """
        ALTER TABLE railway DROP CONSTRAINT railway_title_check;
        ALTER TABLE railway ADD CONSTRAINT railway_title_check CHECK (length(title) <= 200) NOT VALID;
        ALTER TABLE railway_visitor_account DROP COLUMN language;
        """)
final class V20260409110000__add_railway_visitor_account_language_field {}
