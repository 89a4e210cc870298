import dev.ngdi.migration.it.Server

Server.createDatabase(basedir)
Server.execute(basedir, 'CREATE TABLE left_by_hand (id bigint)')
