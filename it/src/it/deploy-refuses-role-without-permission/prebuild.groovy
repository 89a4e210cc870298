import dev.ngdi.migration.it.Server

Server.createDatabase(basedir)
Server.execute(basedir, "CREATE ROLE reader LOGIN")
Server.signIn(basedir, 'reader', '')
