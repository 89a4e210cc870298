package example.nullable_everything;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists stables. */
@SchemaMigration(
    up =
        """
        CREATE TABLE stable (
          id bigint PRIMARY KEY,
          title text,
          abstract text
        );
        """,
    down = "DROP TABLE stable;")
final class V20260321090000__create_stable_table {}
