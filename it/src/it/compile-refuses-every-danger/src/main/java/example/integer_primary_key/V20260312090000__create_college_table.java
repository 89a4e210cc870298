package example.integer_primary_key;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists colleges. */
@SchemaMigration(
    up =
        """
        CREATE TABLE college (
          id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          title text NOT NULL
        );
        """,
    down = "DROP TABLE college;")
final class V20260312090000__create_college_table {}
