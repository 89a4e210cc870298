import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  reports('warnings.txt')
  prints('BUILD SUCCESS')
  writes('target/classes/META-INF/migrations/manifest.md', 'a dozen rows, read by nobody yet')
}
