import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('no database', '-Ddb.url')
  doesNotWrite('.db')
}
