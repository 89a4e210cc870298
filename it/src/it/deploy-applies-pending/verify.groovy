import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('database jdbc:postgresql://localhost:*/deploy_applies_pending, from -Ddb.url, as postgres')
  prints(
      'applying V20261102090000__create_station_table (',
      'applying V20261102091000__create_reading_table (',
      'applying V20261103090000__create_reading_index (',
      '3 migrations are applied in *: ')
  hasApplied(
      'V20261102090000__create_station_table',
      'V20261102091000__create_reading_table',
      'V20261103090000__create_reading_index')
  finds(
      "SELECT indexrelid::regclass, indisvalid FROM pg_index WHERE indexrelid = 'reading_taken_idx'::regclass",
      'reading_taken_idx|t')
}
