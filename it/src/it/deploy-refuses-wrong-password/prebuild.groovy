import dev.ngdi.migration.it.Server

Server.createDatabase(basedir)
Server.execute(basedir, "CREATE ROLE guarded LOGIN PASSWORD 'right'")
new File(basedir, 'test.properties') << 'db.user=guarded\ndb.password=wr0ng-secret\n'
