package example;

import dev.ngdi.migration.DataMigration;
import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.MigrationContext;

/** Code, and SQL as well. */
@DataMigration(
    up = "UPDATE station SET id = 2 WHERE id = 1",
    down = "UPDATE station SET id = 1 WHERE id = 2")
final class V20261102095000__fill_station_names implements MigrationCode {
  @Override
  public void up(MigrationContext context) {}

  @Override
  public void down(MigrationContext context) {}
}
