import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('from the embedded dev database in *, as postgres')
  prints(
      'applied V20261102090000__create_station_table (',
      'applied V20261103090000__create_reading_index (',
      '3 migrations are applied in ',
      'V20261103090000__create_reading_index  applied  ',
      'the database is up to date: there is nothing to do')
  writes('.db/.gitignore', '*')
}
