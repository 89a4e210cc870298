package example.missing_primary_key;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists pharmacies. */
@SchemaMigration(
    up =
        """
        CREATE TABLE pharmacy (
          title text NOT NULL,
          abstract text
        );
        """,
    down = "DROP TABLE pharmacy;")
final class V20260314090000__create_pharmacy_table {}
