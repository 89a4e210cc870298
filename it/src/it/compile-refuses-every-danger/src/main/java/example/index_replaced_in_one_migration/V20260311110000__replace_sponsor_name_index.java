package example.index_replaced_in_one_migration;

import dev.ngdi.migration.SchemaMigration;

/** Names are looked up in lower case. */
@SchemaMigration(
    up =
        """
        DROP INDEX CONCURRENTLY IF EXISTS sponsor_name_idx;
        CREATE INDEX CONCURRENTLY sponsor_name_idx ON sponsor (name, email);
        """,
    down =
        """
        DROP INDEX CONCURRENTLY IF EXISTS sponsor_name_idx;
        CREATE INDEX CONCURRENTLY sponsor_name_idx ON sponsor (name);
        """)
final class V20260311110000__replace_sponsor_name_index {}
