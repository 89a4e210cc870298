import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      'no database is named for `db:deploy` to work on',
      'set `-Ddb.url=jdbc:postgresql://host:5432/database`, `-Ddb.user` and `-Ddb.password`',
      'or the environment variables `DB_URL`, `DB_USER` and `DB_PASSWORD`, or `DATABASE_URL`',
      '`-Ddb.embedded=true` works on the embedded dev database')
  doesNotWrite('.db')
}
