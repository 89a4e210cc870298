import dev.ngdi.migration.it.Portal

Portal.copyInto(basedir)
