CREATE TABLE crate (id int);
CREATE TABLE barrel (id int);
DO $$ DECLARE t text; BEGIN FOREACH t IN ARRAY ARRAY['crate', 'barrel'] LOOP EXECUTE format('ALTER TABLE %I ADD COLUMN made_at timestamptz NOT NULL DEFAULT now()', t); EXECUTE 'CREATE INDEX ' || quote_ident(t || '_made_idx') || ' ON ' || t || ' (made_at)'; END LOOP; END $$;

CREATE TABLE crate (id int);
DO $$ BEGIN FOR i IN 1..3 LOOP EXECUTE 'CREATE TABLE crate_' || i || ' (LIKE crate INCLUDING ALL, CHECK (id = ' || i || '))'; CONTINUE WHEN i = 2; EXECUTE format('CREATE INDEX ON crate_%s (id)', i); END LOOP; END $$;

CREATE TABLE crate (id int);
DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM (VALUES ('weight', 'numeric(8,2)'), ('Colour', 'text')) AS v(name, kind) LOOP EXECUTE format('ALTER TABLE crate ADD COLUMN %I %s', r.name, r.kind); END LOOP; END $$;

CREATE TABLE crate (id int);
DO $$ DECLARE r text; BEGIN FOR r IN SELECT unnest(ARRAY['a', 'b']) LOOP EXECUTE 'ALTER TABLE crate ADD COLUMN ' || r || ' int'; END LOOP; END $$;

CREATE TABLE crate (id int PRIMARY KEY);
CREATE TABLE lid (id int, crate_id int REFERENCES crate, other int CONSTRAINT lid_other REFERENCES crate);
DO $$ DECLARE r record; BEGIN FOR r IN SELECT conname FROM pg_constraint WHERE conrelid = 'lid'::regclass AND contype = 'f' LOOP EXECUTE 'ALTER TABLE lid DROP CONSTRAINT ' || quote_ident(r.conname); END LOOP; END $$;

CREATE TABLE crate (id int PRIMARY KEY);
CREATE TABLE lid (id int UNIQUE, crate_id int REFERENCES crate);
DO $$ DECLARE name text; BEGIN SELECT tc.constraint_name INTO name FROM information_schema.table_constraints tc JOIN information_schema.key_column_usage k ON k.constraint_name = tc.constraint_name WHERE tc.table_name = 'lid' AND tc.constraint_type = 'FOREIGN KEY' AND k.column_name = 'crate_id'; IF name IS NOT NULL THEN EXECUTE format('ALTER TABLE lid DROP CONSTRAINT %I', name); END IF; END $$;

CREATE TABLE crate (id int PRIMARY KEY);
CREATE TABLE lid (id int UNIQUE, crate_id int REFERENCES crate);
DO $$ DECLARE r record; BEGIN FOR r IN SELECT con.conrelid::regclass AS t, con.conname FROM pg_constraint con JOIN pg_namespace n ON n.oid = con.connamespace WHERE n.nspname = 'public' AND con.contype = 'u' LOOP EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', r.t, r.conname, r.conname || '_u'); END LOOP; END $$;

CREATE TABLE crate (id int, "Size" int);
CREATE VIEW heavy AS SELECT id FROM crate;
DO $$ DECLARE r record; BEGIN FOR r IN SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' LOOP EXECUTE 'ALTER TABLE ' || quote_ident(r.table_name) || ' ADD COLUMN tenant uuid'; END LOOP; END $$;

CREATE TABLE crate (id int, weight int);
CREATE TABLE barrel (id int);
DO $$ DECLARE t record; BEGIN FOR t IN SELECT c.table_name FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.column_name = 'weight' LOOP EXECUTE format('ALTER TABLE %I RENAME COLUMN weight TO mass', t.table_name); END LOOP; END $$;

CREATE TABLE crate (id int, a int);
CREATE INDEX old_1 ON crate (a);
CREATE INDEX old_2 ON crate (id);
CREATE INDEX fresh ON crate (id);
DO $$ DECLARE r record; BEGIN FOR r IN SELECT indexname FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'crate' AND indexname LIKE 'old%' LOOP EXECUTE 'DROP INDEX ' || r.indexname; END LOOP; END $$;

CREATE TABLE crate (id int);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
DO $$ DECLARE t text; BEGIN FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP EXECUTE format('CREATE TRIGGER touch_%s BEFORE UPDATE ON %I FOR EACH ROW EXECUTE FUNCTION touch()', t, t); END LOOP; END $$;

CREATE TABLE crate (id int);
DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'crate' AND column_name = 'weight') THEN ALTER TABLE crate ADD COLUMN weight int; END IF; IF EXISTS (SELECT FROM pg_class WHERE relname = 'barrel') THEN DROP TABLE crate; ELSE CREATE TABLE barrel (id int); END IF; END $$;

CREATE TABLE crate (id int, CONSTRAINT crate_one UNIQUE (id));
DO $$ DECLARE n int; BEGIN SELECT count(*) INTO n FROM pg_constraint WHERE conname = 'crate_one'; IF n > 0 THEN ALTER TABLE crate DROP CONSTRAINT crate_one; END IF; SELECT count(*) INTO n FROM pg_constraint WHERE conname = 'crate_two'; IF n = 0 THEN ALTER TABLE crate ADD CONSTRAINT crate_two CHECK (id > 0); END IF; END $$;

CREATE TABLE crate (id int);
CREATE FUNCTION add_check(t text, c text, what text DEFAULT 'id > 0') RETURNS void LANGUAGE plpgsql AS $$ BEGIN IF NOT EXISTS (SELECT 1 FROM information_schema.constraint_column_usage WHERE constraint_name = c) THEN EXECUTE 'ALTER TABLE ' || t || ' ADD CONSTRAINT ' || c || ' CHECK (' || what || ')'; END IF; END $$;
SELECT add_check('crate', 'crate_positive');
SELECT add_check(c => 'crate_small', t => 'public.crate', what => 'id < 10');

CREATE TABLE crate (id int);
ALTER TABLE crate ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION policy(p text, t text, who text, rule text) RETURNS void LANGUAGE plpgsql AS $$ DECLARE s text; BEGIN IF (SELECT true FROM pg_policies WHERE policyname = p AND tablename = t) THEN s := 'ALTER POLICY ' || quote_ident(p) || ' ON ' || quote_ident(t); ELSE s := 'CREATE POLICY ' || quote_ident(p) || ' ON ' || quote_ident(t) || ' FOR SELECT'; END IF; CASE WHEN lower(who) = 'all' THEN EXECUTE s || ' USING (' || rule || ')'; ELSE EXECUTE format('%s TO %I USING (%s)', s, who, rule); END CASE; END $$;
DO $$ BEGIN PERFORM policy('p', 'crate', 'ALL', 'id > 1'); PERFORM policy('p', 'crate', 'all', 'id > 2'); END $$;

CREATE TABLE crate (id int);
CREATE FUNCTION twice() RETURNS void LANGUAGE sql AS $$ ALTER TABLE crate ADD COLUMN a int; ALTER TABLE crate ADD COLUMN b int; $$;
SELECT twice();

CREATE TABLE crate (id int);
CREATE FUNCTION add_column(t text, c text) RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN EXECUTE format('ALTER TABLE %I ADD COLUMN %I int', t, c); RETURN true; END $$;
SELECT add_column('crate', c) FROM unnest(ARRAY['a', 'b']) AS c;

CREATE TABLE crate (id int);
DO $$ DECLARE names text[] := '{}'; i int; done boolean := false; BEGIN names := names || ARRAY['a']; names := ARRAY['b', 'c']; FOR i IN 1 .. array_length(names, 1) LOOP EXIT WHEN done; EXECUTE format('ALTER TABLE crate ADD COLUMN %I int', names[i]); done := true; END LOOP; END $$;

CREATE TABLE crate (id int);
DO $body$ DECLARE q constant text := $q$ALTER TABLE crate ADD COLUMN note text DEFAULT 'it''s'$q$; BEGIN EXECUTE q; EXECUTE replace('COMMENT ON TABLE @ IS ''x''', '@', 'crate'); IF to_regclass('public.crate') IS NULL THEN CREATE TABLE crate (x int); END IF; IF to_regclass('barrel') IS NULL THEN CREATE TABLE barrel (x int); END IF; END $body$;

CREATE TYPE mood AS ENUM ('ok');
DO $$ DECLARE v text; BEGIN FOREACH v IN ARRAY ARRAY['ok', 'sad', 'mad'] LOOP IF NOT EXISTS (SELECT 1 FROM pg_enum WHERE enumlabel = v AND enumtypid = (SELECT oid FROM pg_type WHERE typname = 'mood')) THEN EXECUTE format('ALTER TYPE mood ADD VALUE %L', v); END IF; END LOOP; END $$;

CREATE TABLE crate (id int PRIMARY KEY, size int) PARTITION BY RANGE (id);
CREATE TABLE crate_1 PARTITION OF crate FOR VALUES FROM (0) TO (10);
CREATE TABLE crate_2 PARTITION OF crate FOR VALUES FROM (10) TO (20);
DO $$ DECLARE part record; BEGIN FOR part IN SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent WHERE p.relname = 'crate' AND c.relkind = 'r' LOOP EXECUTE format('CREATE INDEX %I ON %I (size)', part.name || '_size_idx', part.name); END LOOP; END $$;

CREATE TABLE crate (id int);
CREATE VIEW heavy AS SELECT id FROM crate;
DO $$ DECLARE drops text; BEGIN SELECT string_agg(format('DROP VIEW %I.%I', schemaname, viewname), '; ') INTO drops FROM pg_views WHERE schemaname = 'public'; EXECUTE drops; END $$;

CREATE TABLE crate (id int);
DO $$ DECLARE a text := 'x'; BEGIN DECLARE a text := 'y'; BEGIN EXECUTE format('ALTER TABLE crate ADD COLUMN %I int', a); EXCEPTION WHEN duplicate_column THEN NULL; END; EXECUTE format('ALTER TABLE crate ADD COLUMN %I int', a); END $$;

CREATE TABLE crate (id int);
CREATE PROCEDURE grow(t text, n int) LANGUAGE plpgsql AS $$ BEGIN FOR i IN 1..n LOOP EXECUTE format('ALTER TABLE %I ADD COLUMN %I int', t, concat('c', i)); END LOOP; END $$;
CALL grow('crate', 2);

CREATE TABLE crate (id integer, weight numeric(8,2), label varchar(20), code text, tags text[], made_at timestamptz DEFAULT now());
DO $$ DECLARE r record; BEGIN FOR r IN SELECT column_name AS c, data_type AS d FROM information_schema.columns WHERE table_name = 'crate' AND data_type IN ('integer', 'timestamp with time zone', 'ARRAY') LOOP EXECUTE format('COMMENT ON COLUMN crate.%I IS %L', r.c, r.d); END LOOP; END $$;
DO $$ BEGIN IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'crate' AND column_name = 'id' AND numeric_precision = 32) THEN ALTER TABLE crate ALTER COLUMN id TYPE bigint; END IF; END $$;
DO $$ BEGIN IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'crate' AND column_name = 'id' AND numeric_precision = 32) THEN DROP TABLE crate; END IF; END $$;
DO $$ BEGIN IF (SELECT character_maximum_length FROM information_schema.columns WHERE table_name = 'crate' AND column_name = 'label') < 50 THEN ALTER TABLE crate ALTER COLUMN label TYPE varchar(50); END IF; END $$;
DO $$ DECLARE c text; BEGIN FOR c IN SELECT column_name FROM information_schema.columns WHERE table_name = 'crate' AND udt_name = 'numeric' AND numeric_precision = 8 AND numeric_scale = 2 LOOP EXECUTE 'ALTER TABLE crate ALTER ' || c || ' TYPE numeric(12,2)'; END LOOP; END $$;
DO $$ DECLARE c text; BEGIN FOR c IN SELECT column_name FROM information_schema.columns WHERE table_name = 'crate' AND column_default IS NULL AND is_identity = 'NO' AND is_generated = 'NEVER' AND character_maximum_length IS NULL AND data_type = 'text' LOOP EXECUTE 'ALTER TABLE crate ALTER ' || c || ' SET DEFAULT ''none'''; END LOOP; END $$;

CREATE TYPE size AS ENUM ('s');
DO $$ BEGIN IF current_setting('server_version_num')::int >= 120000 THEN ALTER TYPE size ADD VALUE 'm'; ELSE DROP TYPE size; END IF; IF current_setting('server_version_num')::integer < 110000 THEN DROP TYPE size; END IF; END $$;
