import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '[schema-not-empty] the schema `public` has no history and is not empty: it has the table `station`',
      'name the version that it already has with `-Ddb.baseline=<version>`',
      'nothing was changed',
      '1 migration is applied in ')
  finds(
      'SELECT version, type FROM flyway_schema_history ORDER BY installed_rank',
      '20261102090000|BASELINE',
      '20261102091000|JDBC')
  finds("SELECT to_regclass('reading')", 'reading')
}
