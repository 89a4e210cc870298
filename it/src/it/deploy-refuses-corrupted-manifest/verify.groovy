import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '`META-INF/migrations/manifest.json` in `setup-corrupted-release-1.0.0-SNAPSHOT.jar` cannot be trusted: `up` of `V20261102090000__create_station_table` does not have the digest that it states',
      'release it again')
  finds("SELECT to_regclass('flyway_schema_history')", 'null')
}
