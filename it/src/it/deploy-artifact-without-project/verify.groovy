import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '2 migrations are applied in ',
      'the database is up to date: there is nothing to do',
      'took back V20261103090000__create_reading_table (')
  hasApplied('V20261102090000__create_station_table')
}
