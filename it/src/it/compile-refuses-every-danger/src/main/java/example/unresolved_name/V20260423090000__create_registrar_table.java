package example.unresolved_name;

import dev.ngdi.migration.SchemaMigration;

/** People who may log in. */
@SchemaMigration(
    up =
        """
        CREATE TABLE registrar (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          email text NOT NULL
        );
        """,
    down = "DROP TABLE registrar")
final class V20260423090000__create_registrar_table {}
