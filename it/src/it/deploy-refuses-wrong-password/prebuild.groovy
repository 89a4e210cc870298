import dev.ngdi.migration.it.Server

Server.createDatabase(basedir)
Server.execute(basedir, "CREATE ROLE guarded LOGIN PASSWORD 'right'")
Server.signIn(basedir, 'guarded', 'wr0ng-secret')
