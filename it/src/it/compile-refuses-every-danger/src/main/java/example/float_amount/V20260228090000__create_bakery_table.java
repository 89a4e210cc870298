package example.float_amount;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists bakeries. */
@SchemaMigration(
    up =
        """
        CREATE TABLE bakery (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          price double precision NOT NULL
        );
        """,
    down = "DROP TABLE bakery;")
final class V20260228090000__create_bakery_table {}
