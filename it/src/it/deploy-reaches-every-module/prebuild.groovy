import dev.ngdi.migration.it.Server

Server.createDatabase(basedir)
Server.execute(basedir, 'CREATE SCHEMA catalogue; CREATE SCHEMA accounts')
