package example;

import dev.ngdi.migration.Irreversible;
import dev.ngdi.migration.SchemaMigration;

/** A way back, and a word that there is none. */
@SchemaMigration(
    up = "ALTER TABLE station ADD COLUMN height integer",
    down = "ALTER TABLE station DROP COLUMN height")
@Irreversible(because = "heights cannot be measured again")
final class V20261102092000__add_station_height_field {}
