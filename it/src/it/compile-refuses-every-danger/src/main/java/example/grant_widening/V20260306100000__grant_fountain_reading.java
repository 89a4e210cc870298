package example.grant_widening;

import dev.ngdi.migration.SchemaMigration;

/** Everybody may read the catalogue. */
@SchemaMigration(
    up = "GRANT SELECT ON fountain TO PUBLIC",
    down = "REVOKE SELECT ON fountain FROM PUBLIC")
final class V20260306100000__grant_fountain_reading {}
