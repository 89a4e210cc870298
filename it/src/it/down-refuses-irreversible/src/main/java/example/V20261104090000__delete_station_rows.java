package example;

import dev.ngdi.migration.DataMigration;
import dev.ngdi.migration.Irreversible;

/** Two stations without a name were never real. */
@DataMigration(up = "DELETE FROM station WHERE name IS NULL AND id IN (7, 12)")
@Irreversible(because = "the rows are gone, and nobody can say what they were")
final class V20261104090000__delete_station_rows {}
