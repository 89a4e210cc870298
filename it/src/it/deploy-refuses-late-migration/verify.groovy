import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '[migration-late] `V20261102091000__create_reading_table` is older than `V20261103090000__create_station_index`, which is applied, and was never applied',
      'give it a newer version, or apply it all the same with `-Ddb.outOfOrder`',
      'nothing was changed',
      '`V20261102091000__create_reading_table` is older than what is applied, and allowed',
      '1 migration is applied in ')
  hasApplied(
      'V20261102090000__create_station_table',
      'V20261102091000__create_reading_table',
      'V20261103090000__create_station_index')
}
