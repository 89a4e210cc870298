package example;

import dev.ngdi.migration.DataMigration;
import dev.ngdi.migration.Irreversible;

/** No way back, and no word why. */
@DataMigration(up = "DELETE FROM station WHERE name IS NULL")
@Irreversible(because = " ")
final class V20261102093000__delete_station_rows {}
