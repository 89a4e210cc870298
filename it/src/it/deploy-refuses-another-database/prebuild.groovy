import dev.ngdi.migration.it.Server

Server.createDatabase(basedir)
