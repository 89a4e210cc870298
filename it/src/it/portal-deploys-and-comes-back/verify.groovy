import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '47 migrations are applied in ',
      'the database is up to date: there is nothing to do',
      '44 migrations are taken back in ',
      'hosts filled: 4',
      '44 migrations are applied in ')
  finds(
      """
      SELECT title, licence_title, topics, language
      FROM catalogue_entry
      WHERE hierarchy_level = 'dataset'
      ORDER BY title
      """,
      'Cadastral parcels|Open Data Commons Open Database License 1.0|{planningCadastre}|ger',
      'Digital elevation model|Creative Commons Attribution 4.0|{elevation,imageryBaseMapsEarthCover}|eng')
  finds('SELECT DISTINCT host FROM distribution ORDER BY host',
      'coast.example', 'download.survey.example', 'xn--kste-0ra.example')
  finds('SELECT count(*) FROM pg_index WHERE NOT indisvalid', '0')
}
