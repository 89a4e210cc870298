import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '[environment-missing] seeds of some environments only are pending, and no environment is given',
      'say which one this database is with `-Ddb.environment`; the seeds name `dev`, `test`',
      '3 migrations are applied in ',
      'V20261103092000__seed_station_playground  excluded')
  finds('SELECT id, name FROM station ORDER BY id', '1|Hill', '2|Sample')
}
