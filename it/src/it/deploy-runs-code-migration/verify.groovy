import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      'stations: 26',
      '2 migrations are applied in ',
      'stations gone: 26',
      '1 migration is taken back in ',
      'stations: 26',
      '1 migration is applied in ')
  finds('SELECT min(name), max(name), count(*) FROM station', 'A|Z|26')
}
