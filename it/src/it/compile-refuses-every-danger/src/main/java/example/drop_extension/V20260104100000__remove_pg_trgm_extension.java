package example.drop_extension;

import dev.ngdi.migration.SchemaMigration;

/** Search is a service of its own. */
@SchemaMigration(up = "DROP EXTENSION pg_trgm", down = "CREATE EXTENSION pg_trgm")
final class V20260104100000__remove_pg_trgm_extension {}
