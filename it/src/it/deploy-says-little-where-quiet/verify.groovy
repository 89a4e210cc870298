import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('2 migrations are applied in ', 'the database is up to date: nothing was to be done')
  doesNotPrint('database jdbc:')
  doesNotPrint('are to be applied')
  doesNotPrint('applied V2026')
  hasApplied('V20261102090000__create_station_table', 'V20261102091000__create_reading_table')
}
