import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('GRANT')
  doesNotPrint('at org.postgresql')
  finds("SELECT to_regclass('flyway_schema_history')", 'null')
}
