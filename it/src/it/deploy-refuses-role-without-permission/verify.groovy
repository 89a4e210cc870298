import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '[privilege-missing] `reader` needs `',
      'run `GRANT USAGE, CREATE ON SCHEMA "public" TO "reader"` as its owner',
      'nothing was changed')
  doesNotPrint('at org.postgresql')
  finds("SELECT to_regclass('flyway_schema_history')", 'null')
}
