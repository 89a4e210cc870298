package example.extension_version;

import dev.ngdi.migration.Irreversible;
import dev.ngdi.migration.SchemaMigration;

/** The new version is faster. */
@Irreversible(because = "extensions have no way back to an older version")
@SchemaMigration(up = "ALTER EXTENSION pg_trgm UPDATE")
final class V20260108090000__upgrade_pg_trgm_extension {}
