import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      'applied V20261102090000__create_station_table (',
      '`V20261102091000__create_reading_table` failed: role "reading_reporter" does not exist',
      'V20261102091000__create_reading_table.java:10: GRANT reading',
      'SQLSTATE 42704',
      'nothing of it is in the database',
      '1 migration is applied, 2 are not: remove the cause, and type `mvn db:deploy` again')
  writes('target/db/deploy.json', '"place": "V20261102091000__create_reading_table.java:10"')
  hasApplied('V20261102090000__create_station_table')
  finds("SELECT to_regclass('reading')", 'null')
}
