package example.drop_and_add_column;

import dev.ngdi.migration.SchemaMigration;

/** People who may log in. */
@SchemaMigration(
    up =
        """
        CREATE TABLE reviewer (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          email text NOT NULL,
          mail text
        );
        """,
    down = "DROP TABLE reviewer")
final class V20260213090000__create_reviewer_table {}
