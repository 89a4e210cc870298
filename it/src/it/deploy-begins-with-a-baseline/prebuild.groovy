import dev.ngdi.migration.it.Server

Server.createDatabase(basedir)
Server.execute(basedir, 'CREATE TABLE station (id bigint PRIMARY KEY, name text)')
