import dev.ngdi.migration.it.Scenario

new Scenario(basedir)
    .prints('no database', '-Ddb.url')
    .doesNotWrite('.db')
