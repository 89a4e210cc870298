import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('`-Ddb.outOfOder` means nothing to `db:deploy`; did you mean `-Ddb.outOfOrder`?')
  finds("SELECT to_regclass('flyway_schema_history')", 'null')
}
