import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      'the server at `localhost:*` refuses user `guarded`: password authentication failed',
      'correct `db.user` and `db.password`')
  doesNotPrint('wr0ng-secret')
  doesNotPrint('at org.postgresql')
  finds("SELECT to_regclass('flyway_schema_history')", 'null')
}
