import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('database jdbc:postgresql://localhost:*/deploy_applies_pending, from -Ddb.url, as postgres')
  prints(
      '3 migrations are to be applied:',
      '1.  V20261102090000__create_station_table  schema  in a transaction       reversible',
      '2.  V20261102091000__create_reading_table  schema  in a transaction       reversible',
      '3.  V20261103090000__create_reading_index  schema  without a transaction  reversible',
      'applied V20261102090000__create_station_table (',
      'applied V20261102091000__create_reading_table (',
      'applied V20261103090000__create_reading_index (',
      '3 migrations are applied in *: ')
  writes('target/db/deploy.json', '"waitedMilliseconds": 0')
  hasApplied(
      'V20261102090000__create_station_table',
      'V20261102091000__create_reading_table',
      'V20261103090000__create_reading_index')
  finds(
      "SELECT indexrelid::regclass, indisvalid FROM pg_index WHERE indexrelid = 'reading_taken_idx'::regclass",
      'reading_taken_idx|t')
}
