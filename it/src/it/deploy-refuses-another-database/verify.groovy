import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '`db.identity` is `elsewhere@1`, and this database is `*@*`',
      'correct the URL, or `db.identity` if this is the database that is meant')
  finds("SELECT to_regclass('flyway_schema_history')", 'null')
  finds("SELECT to_regclass('station')", 'null')
}
