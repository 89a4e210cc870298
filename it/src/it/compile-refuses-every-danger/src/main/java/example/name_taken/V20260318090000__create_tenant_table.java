package example.name_taken;

import dev.ngdi.migration.SchemaMigration;

/** People who may log in. */
@SchemaMigration(
    up =
        """
        CREATE TABLE tenant (
          id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          email text NOT NULL
        );
        """,
    down = "DROP TABLE tenant")
final class V20260318090000__create_tenant_table {}
