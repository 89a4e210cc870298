import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '1. V20261102090000__create_station_table: schema, in a transaction, reversible',
      'Stations stand where readings are taken.',
      'CREATE TABLE station (id bigint PRIMARY KEY, name text)',
      '3. V20261103090000__create_reading_index: schema, without a transaction, reversible',
      'nothing was changed: type `mvn db:deploy` to apply these 3 migrations')
  finds("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace", '0')
}
