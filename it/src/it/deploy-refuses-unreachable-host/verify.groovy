import dev.ngdi.migration.it.Scenario

new Scenario(basedir)
    .prints('localhost:1')
    .doesNotPrint('at org.postgresql')
