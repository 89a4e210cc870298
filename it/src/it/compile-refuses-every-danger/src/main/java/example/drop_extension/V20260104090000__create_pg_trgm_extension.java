package example.drop_extension;

import dev.ngdi.migration.SchemaMigration;

/** Search forgives misspelt words. */
@SchemaMigration(up = "CREATE EXTENSION pg_trgm", down = "DROP EXTENSION pg_trgm")
final class V20260104090000__create_pg_trgm_extension {}
