import dev.ngdi.migration.it.Scenario

new Scenario(basedir).reports('errors.txt')
