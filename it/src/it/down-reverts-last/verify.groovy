import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('3 migrations are applied in ', 'took back V20261103090000__create_reading_index (', '1 migration is taken back in ')
  hasApplied('V20261102090000__create_station_table', 'V20261102091000__create_reading_table')
  finds("SELECT to_regclass('reading'), to_regclass('reading_taken_idx')", 'reading|null')
}
