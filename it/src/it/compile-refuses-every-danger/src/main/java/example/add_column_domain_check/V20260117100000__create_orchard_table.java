package example.add_column_domain_check;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists orchards. */
@SchemaMigration(
    up =
        """
        CREATE TABLE orchard (id bigint PRIMARY KEY, title text NOT NULL, abstract text);
        """,
    down = "DROP TABLE orchard;")
final class V20260117100000__create_orchard_table {}
