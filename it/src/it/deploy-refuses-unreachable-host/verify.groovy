import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('localhost:1')
  doesNotPrint('at org.postgresql')
}
