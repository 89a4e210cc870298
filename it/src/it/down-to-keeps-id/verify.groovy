import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '[target-unknown] `V20261102090000__create_staton_table` is neither declared nor applied',
      'near it are `V20261102090000__create_station_table`',
      '2 migrations are to be taken back:',
      '2 migrations are taken back in ')
  hasApplied('V20261102090000__create_station_table')
  finds("SELECT to_regclass('station'), to_regclass('reading')", 'station|null')
}
