package example.statement_after_access_exclusive;

import dev.ngdi.migration.SchemaMigration;

/** New titles are short enough for a line. */
@SchemaMigration(
    up =
        """
        ALTER TABLE railway ADD CONSTRAINT railway_title_check CHECK (length(title) <= 200) NOT VALID;
        """,
    down = "ALTER TABLE railway DROP CONSTRAINT railway_title_check")
final class V20260409100000__add_railway_title_check {}
