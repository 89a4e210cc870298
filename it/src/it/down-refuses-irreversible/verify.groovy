import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '[no-way-back] `V20261104090000__delete_station_rows` cannot be taken back: the rows are gone, and nobody can say what they were',
      'go no further than `-Ddb.to=V20261104090000__delete_station_rows`, which keeps it applied',
      'nothing was changed',
      '1 migration is taken back in ')
  hasApplied('V20261102090000__create_station_table', 'V20261102091000__create_reading_table', 'V20261104090000__delete_station_rows')
}
