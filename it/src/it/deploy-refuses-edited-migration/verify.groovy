import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '`mvn db:deploy` is refused, because',
      '[migration-changed] `V20261102090000__create_station_table` was edited after it was applied: its SHA-256 begins * here and * in the database',
      'write it again as it was applied, and make the change in a new migration',
      'nothing was changed')
  hasApplied('V20261102090000__create_station_table')
  finds("SELECT to_regclass('reading')", 'null')
}
