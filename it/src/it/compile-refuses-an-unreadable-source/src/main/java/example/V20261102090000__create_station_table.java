package example;

import dev.ngdi.migration.Irreversible;
import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.MigrationContext;
import dev.ngdi.migration.SchemaMigration;

/** Java code whose later edits nobody could notice. */
@SchemaMigration
@Irreversible(because = "nothing is done")
final class V20261102090000__create_station_table implements MigrationCode {
  @Override
  public void up(MigrationContext context) {}
}
