import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      'took back V20261103090000__create_reading_index (',
      'took back V20261102091000__create_reading_table (',
      '2 migrations are taken back in ',
      '[steps-too-many] 2 migrations are to be taken back, and 1 can be',
      'ask for `-Ddb.steps=1` at most')
  hasApplied('V20261102090000__create_station_table')
}
