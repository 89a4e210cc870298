import dev.ngdi.migration.it.Scenario

def made = new File(basedir, 'src/main/java/example').list().findAll {
  it ==~ /V\d{14}__add_station_region_field\.java/
}
assert made.size() == 1
def file = 'src/main/java/example/' + made[0]
def id = made[0] - '.java'

new Scenario(basedir).with {
  prints(
      'made ' + file,
      '`' + id + '` is made and nothing is applied: fill it in, and type `mvn db:migrate`')
  writes(file, '@SchemaMigration(')
  writes(file, 'final class ' + id)
}
