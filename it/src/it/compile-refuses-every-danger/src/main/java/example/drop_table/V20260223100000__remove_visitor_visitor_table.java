package example.drop_table;

import dev.ngdi.migration.SchemaMigration;

/** People are kept elsewhere. */
@SchemaMigration(
    up = "DROP TABLE visitor_visitor",
    down =
        """
        CREATE TABLE visitor_visitor (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          email text NOT NULL,
          mail text
        );
        """)
final class V20260223100000__remove_visitor_visitor_table {}
