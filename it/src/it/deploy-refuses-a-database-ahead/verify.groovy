import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '[database-ahead] the database is ahead: `V20261102091000__create_reading_table` is applied, and is newer than everything in the manifest',
      'deploy the release that has it, take it back with `mvn db:down`',
      'nothing was changed')
  hasApplied('V20261102090000__create_station_table', 'V20261102091000__create_reading_table')
}
