package example;

import dev.ngdi.migration.DataMigration;
import dev.ngdi.migration.Irreversible;

/** No way back, and no word why. */
@DataMigration(up = "DELETE FROM station WHERE name IS NULL AND id IN (7, 12)")
@Irreversible(because = " ")
final class V20261102093000__delete_station_rows {}
