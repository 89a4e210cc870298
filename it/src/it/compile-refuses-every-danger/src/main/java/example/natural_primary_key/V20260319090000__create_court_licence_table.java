package example.natural_primary_key;

import dev.ngdi.migration.SchemaMigration;

/** Data sets are published under a licence. */
@SchemaMigration(
    up =
        """
        CREATE TABLE court_licence (title text PRIMARY KEY, url text NOT NULL);
        """,
    down = "DROP TABLE court_licence")
final class V20260319090000__create_court_licence_table {}
