package example.undo_error;

import dev.ngdi.migration.SchemaMigration;

/** People who may log in. */
@SchemaMigration(
    up =
        """
        CREATE TABLE gardener (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          email text NOT NULL
        );
        """,
    down = "DROP TABLE gardener")
final class V20260415090000__create_gardener_table {}
