import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '[migration-missing] `V20261102091000__create_reading_table` is applied, and the manifest does not have it',
      'bring its class back, or allow it with `-Ddb.allowMissing=<why>`',
      'nothing was changed',
      '`V20261102091000__create_reading_table` is applied and missing here, and allowed: the table moves to another database',
      '1 migration is applied in ')
  hasApplied(
      'V20261102090000__create_station_table',
      'V20261102091000__create_reading_table',
      'V20261104090000__add_station_height_field')
}
