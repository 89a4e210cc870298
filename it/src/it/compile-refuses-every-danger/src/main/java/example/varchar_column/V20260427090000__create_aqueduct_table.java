package example.varchar_column;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists aqueducts. */
@SchemaMigration(
    up =
        """
        CREATE TABLE aqueduct (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          title varchar(200) NOT NULL
        );
        """,
    down = "DROP TABLE aqueduct;")
final class V20260427090000__create_aqueduct_table {}
