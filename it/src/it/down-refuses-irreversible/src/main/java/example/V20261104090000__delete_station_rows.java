package example;

import dev.ngdi.migration.DataMigration;
import dev.ngdi.migration.Irreversible;

/** Stations without a name were never real. */
@DataMigration(up = "DELETE FROM station WHERE name IS NULL")
@Irreversible(because = "the rows are gone, and nobody can say what they were")
final class V20261104090000__delete_station_rows {}
