package example.serial_column;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists turbines. */
@SchemaMigration(
    up =
        """
        CREATE TABLE turbine (
          id bigserial PRIMARY KEY,
          title text NOT NULL
        );
        """,
    down = "DROP TABLE turbine;")
final class V20260403090000__create_turbine_table {}
