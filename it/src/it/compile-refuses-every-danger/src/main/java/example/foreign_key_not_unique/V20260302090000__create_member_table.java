package example.foreign_key_not_unique;

import dev.ngdi.migration.SchemaMigration;

/** People who may log in. */
@SchemaMigration(
    up =
        """
        CREATE TABLE member (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          email text NOT NULL
        );
        """,
    down = "DROP TABLE member")
final class V20260302090000__create_member_table {}
