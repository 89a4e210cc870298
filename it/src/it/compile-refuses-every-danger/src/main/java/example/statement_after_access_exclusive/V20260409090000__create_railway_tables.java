package example.statement_after_access_exclusive;

import dev.ngdi.migration.SchemaMigration;

/** Data sets are published under a licence. */
@SchemaMigration(
    up =
        """
        CREATE TABLE railway_visitor_account (id bigint PRIMARY KEY, email text NOT NULL);
        CREATE TABLE railway (id bigint PRIMARY KEY, title text NOT NULL);
        """,
    down =
        """
        DROP TABLE railway;
        DROP TABLE railway_visitor_account;
        """)
final class V20260409090000__create_railway_tables {}
