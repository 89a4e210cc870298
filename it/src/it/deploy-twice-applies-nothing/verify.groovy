import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('2 migrations are applied in ', 'the database is up to date: nothing was to be done')
  hasApplied('V20261102090000__create_station_table', 'V20261102091000__create_reading_table')
  finds('SELECT count(*) FROM flyway_schema_history WHERE version IS NOT NULL', '2')
}
