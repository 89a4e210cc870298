import dev.ngdi.migration.it.Scenario

def made = new File(basedir, 'src/main/java/example').listFiles()*.name.findAll { it =~ /^V\d{14}__add_station_region_field\.java$/ }
assert made.size() == 1

new Scenario(basedir)
    .prints(made[0] - '.java')
    .writes('src/main/java/example/' + made[0], '@SchemaMigration(')
    .writes('src/main/java/example/' + made[0], 'final class ' + made[0] - '.java')
