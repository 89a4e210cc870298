import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '`db:reset` destroys everything in `jdbc:postgresql://localhost:*/reset_empties_and_applies`, from -Ddb.url',
      'if that is meant, type it again with `-Ddb.confirm=reset_empties_and_applies`',
      'everything in the schema was dropped first',
      '2 migrations are applied in *: the dev database is as new')
  hasApplied('V20261102090000__create_station_table', 'V20261102091000__create_reading_table')
  finds("SELECT to_regclass('left_by_hand'), to_regclass('reading')", 'null|reading')
}
