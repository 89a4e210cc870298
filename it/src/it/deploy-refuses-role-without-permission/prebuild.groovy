import dev.ngdi.migration.it.Server

Server.createDatabase(basedir)
Server.execute(basedir, 'CREATE ROLE reader LOGIN')
new File(basedir, 'test.properties') << 'db.user=reader\n'
