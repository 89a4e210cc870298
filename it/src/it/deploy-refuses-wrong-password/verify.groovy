import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('password')
  doesNotPrint('wr0ng-secret')
  doesNotPrint('at org.postgresql')
  finds("SELECT to_regclass('flyway_schema_history')", 'null')
}
