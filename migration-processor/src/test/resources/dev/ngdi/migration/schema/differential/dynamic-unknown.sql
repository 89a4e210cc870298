CREATE TABLE crate (id int, CONSTRAINT crate_one UNIQUE (id));
INSERT INTO crate VALUES (1), (2);
DO $$ DECLARE r record; BEGIN FOR r IN SELECT id FROM crate LOOP EXECUTE format('CREATE TABLE part_%s (id int PRIMARY KEY)', r.id); END LOOP; END $$;
CREATE TABLE barrel (id int PRIMARY KEY);

CREATE TABLE crate (id int);
CREATE TABLE barrel (a int, b int);
CREATE INDEX barrel_a ON barrel (a);
INSERT INTO crate VALUES (1);
DO $$ DECLARE r record; BEGIN FOR r IN SELECT id FROM crate LOOP EXECUTE 'DROP INDEX IF EXISTS ' || (SELECT min(relname) FROM pg_class WHERE relname LIKE 'barrel%' AND relkind = 'i'); EXECUTE format('CREATE UNIQUE INDEX barrel_%s ON barrel (b)', r.id); END LOOP; END $$;
ALTER TABLE crate ADD COLUMN barrel int REFERENCES barrel (b);

CREATE TABLE crate (id int PRIMARY KEY);
CREATE TABLE lid (id int, crate_id int CONSTRAINT lid_fk REFERENCES crate);
DO $$ DECLARE r record; BEGIN FOR r IN SELECT min(conname) AS n FROM pg_constraint WHERE conname = 'lid_fk' HAVING count(*) > 0 LOOP EXECUTE format('ALTER TABLE lid DROP CONSTRAINT %I', r.n); END LOOP; END $$;
DROP TABLE crate;

CREATE TABLE crate (id int);
CREATE TABLE barrel (id int);
INSERT INTO crate VALUES (1);
DO $$ DECLARE n int; BEGIN SELECT max(id) INTO n FROM crate; IF n > 0 THEN EXECUTE 'ALTER TABLE barrel ADD COLUMN extra_' || n || ' int'; ELSE ALTER TABLE barrel ADD COLUMN other int; END IF; END $$;
ALTER TABLE barrel ADD COLUMN later int;
ALTER TABLE crate ADD COLUMN later int;

CREATE TABLE crate (id int);
CREATE FUNCTION seal() RETURNS void LANGUAGE plpgsql AS $$ BEGIN IF random() < 2 THEN EXECUTE 'ALTER TABLE crate RENAME TO ' || lower('SEALED'); END IF; END $$;
SELECT seal();
CREATE TABLE crate (id int);

CREATE TABLE crate (id int);
DO $$ DECLARE t text; BEGIN SELECT min(relname) INTO t FROM pg_class WHERE relname LIKE 'crat%'; EXECUTE format('CREATE VIEW %I AS SELECT id FROM %I', t || '_view', t); EXECUTE format('CREATE FUNCTION %I() RETURNS int LANGUAGE sql AS ''SELECT 1''', t || '_f'); EXECUTE format('CREATE TYPE %I AS ENUM (''a'')', t || '_e'); END $$;
CREATE VIEW other AS SELECT id FROM crate;

CREATE TABLE crate (id int);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
DO $$ DECLARE t text; BEGIN SELECT min(relname) INTO t FROM pg_class WHERE relname = 'crate'; EXECUTE format('CREATE TRIGGER touched BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION touch()', t); EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t); EXECUTE format('CREATE POLICY own ON %I USING (true)', t); END $$;
ALTER TABLE crate ADD COLUMN more int;
CREATE TRIGGER other BEFORE UPDATE ON crate FOR EACH ROW EXECUTE FUNCTION touch();

CREATE TABLE crate (id int);
CREATE FUNCTION helper(q text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE q; END $$;
DO $$ DECLARE i int; BEGIN FOR i IN SELECT count(*) FROM pg_class HAVING count(*) > 0 LOOP EXECUTE 'SELECT helper(''ALTER TABLE crate ADD COLUMN hidden int'')'; END LOOP; END $$;
CREATE TABLE barrel (id int);

CREATE TABLE crate (id int);
DO $$ BEGIN EXECUTE (SELECT 'ALTER TABLE crate ADD COLUMN a int' FROM pg_class WHERE relname = 'pg_class'); END $$;
ALTER TABLE crate ADD COLUMN b int;

CREATE TABLE crate (id int);
CREATE SCHEMA store;
DO $$ DECLARE i int := 0; BEGIN WHILE i < 2 LOOP i := i + 1; EXECUTE format('CREATE TABLE store.box_%s (id int)', i); END LOOP; END $$;
CREATE TABLE store.crate (id int);
CREATE TABLE IF NOT EXISTS store.box_2 (x int);

CREATE TABLE crate (id int, a int);
CREATE VIEW heavy AS SELECT a FROM crate;
DO $$ DECLARE v text; BEGIN SELECT max(viewname) INTO v FROM pg_views WHERE schemaname = 'public'; EXECUTE 'DROP VIEW ' || v || ' CASCADE'; END $$;
ALTER TABLE crate DROP COLUMN a;

CREATE TABLE crate (id int CONSTRAINT crate_pk PRIMARY KEY);
CREATE TABLE lid (crate_id int REFERENCES crate);
DO $$ DECLARE n text; BEGIN SELECT max(conname) INTO n FROM pg_constraint WHERE conrelid = 'crate'::regclass AND contype = 'p'; EXECUTE format('ALTER TABLE crate DROP CONSTRAINT %I CASCADE', n); EXECUTE 'ALTER TABLE crate ADD CONSTRAINT ' || n || '_new UNIQUE (id)'; END $$;
ALTER TABLE crate ADD CONSTRAINT again PRIMARY KEY (id);

CREATE TABLE shelf (id int, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
CREATE TABLE shelf_note (id int PRIMARY KEY, text text);
CREATE FUNCTION add_day(parent text, day date) RETURNS int LANGUAGE plpgsql AS $$ DECLARE name text; BEGIN SELECT lower(format('%s_%s', parent, to_char(day, 'YYYYMMDD'))) INTO name; IF EXISTS (SELECT 1 FROM pg_tables WHERE tablename = name) THEN RETURN 0; END IF; EXECUTE format('CREATE TABLE %s (LIKE %s INCLUDING INDEXES)', name, parent); EXECUTE format('ALTER TABLE %I SET (fillfactor = 70)', name); EXECUTE format('ALTER TABLE %s ATTACH PARTITION %s FOR VALUES FROM (%L) TO (%L)', parent, name, day, day + 1); RETURN 1; END $$;
SELECT add_day('shelf', DATE 'today');
SELECT add_day('shelf', now()::date + 1);
ALTER TABLE shelf ADD COLUMN weight int;
CREATE INDEX shelf_weight ON shelf (weight);
ALTER TABLE shelf_note ADD COLUMN weight int;
ALTER TABLE shelf_note DROP CONSTRAINT shelf_note_pkey;

CREATE TABLE crate (id int);
CREATE TABLE crate_lid (id int);
INSERT INTO crate VALUES (1);
DO $$ DECLARE n text; BEGIN SELECT 'crate_' || CASE count(*) WHEN 1 THEN 'one' ELSE 'lid' END INTO n FROM crate; IF (SELECT count(*) FROM crate) > 0 THEN EXECUTE format('CREATE TABLE %I (id int)', n); END IF; SELECT 'crate_' || CASE count(*) WHEN 1 THEN 'lid' ELSE 'one' END INTO n FROM crate; EXECUTE format('ALTER TABLE %I ADD COLUMN extra int', n); END $$;
ALTER TABLE crate_lid ADD COLUMN other int;
