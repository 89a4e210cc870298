import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('took back V20261102091000__create_reading_table (', '1 migration is taken back in ')
  hasApplied('V20261102090000__create_station_table')
  finds("SELECT to_regclass('reading')", 'null')
}
