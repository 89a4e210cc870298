package example.money_column;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists kiosks. */
@SchemaMigration(
    up =
        """
        CREATE TABLE kiosk (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          price money NOT NULL
        );
        """,
    down = "DROP TABLE kiosk;")
final class V20260316090000__create_kiosk_table {}
