package example.primary_key_nullable_column;

import dev.ngdi.migration.SchemaMigration;

/** Each visit has a number of its own. */
@SchemaMigration(
    up =
        """
        DROP INDEX CONCURRENTLY IF EXISTS vineyard_visit_pkey;
        CREATE UNIQUE INDEX CONCURRENTLY vineyard_visit_pkey ON vineyard_visit (id);
        """,
    down = "DROP INDEX CONCURRENTLY vineyard_visit_pkey;")
final class V20260325100000__add_vineyard_visit_id_index {}
