import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('skipped, for `db.skip` is set', 'BUILD SUCCESS')
  doesNotWrite('target/db')
  doesNotWrite('.db')
  finds("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace", '0')
}
