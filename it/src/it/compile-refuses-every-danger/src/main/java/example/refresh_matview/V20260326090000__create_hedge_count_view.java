package example.refresh_matview;

import dev.ngdi.migration.SchemaMigration;

/** How many hedges each theme has. */
@SchemaMigration(
    up =
        """
        CREATE TABLE hedge (id bigint PRIMARY KEY, theme text NOT NULL);
        CREATE MATERIALIZED VIEW hedge_count AS
            SELECT theme, count(*) AS hedges FROM hedge GROUP BY theme;
        CREATE UNIQUE INDEX hedge_count_key ON hedge_count (theme);
        """,
    down =
        """
        DROP MATERIALIZED VIEW hedge_count;
        DROP TABLE hedge;
        """)
final class V20260326090000__create_hedge_count_view {}
