import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('V20261102090000__create_station_table')
  finds("SELECT to_regclass('flyway_schema_history')", 'null')
}
