import dev.ngdi.migration.it.Portal
import dev.ngdi.migration.it.Server

Portal.copyInto(basedir)
Server.createDatabase(basedir)
