import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints('[name-format]')
  prints('[action-unknown]')
}


assert new File(basedir, 'src/main/java/example').list().length == 1
