import dev.ngdi.migration.it.Scenario

new Scenario(basedir).with {
  prints(
      '[name-format] `addRegion` is not in lower snake case, the form that names have',
      'instead: final class V',
      '[action-unknown] `make` is not an action, so the name does not tell what the migration does')
}


assert new File(basedir, 'src/main/java/example').list().length == 1
