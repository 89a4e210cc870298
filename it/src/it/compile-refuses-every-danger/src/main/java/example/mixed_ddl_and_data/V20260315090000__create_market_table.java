package example.mixed_ddl_and_data;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists markets. */
@SchemaMigration(
    up =
        """
        CREATE TABLE market (id bigint PRIMARY KEY, title text NOT NULL, doi text, size_bytes bigint, publisher_id bigint);
        """,
    down = "DROP TABLE market;")
final class V20260315090000__create_market_table {}
