package example.create_extension;

import dev.ngdi.migration.SchemaMigration;

/** Bridges have an extent on the map. */
@SchemaMigration(up = "CREATE EXTENSION IF NOT EXISTS postgis", down = "DROP EXTENSION postgis")
final class V20260102090000__create_postgis_extension {}
