CREATE TABLE t (a int);
ALTER TABLE t ADD COLUMN b text;

CREATE FUNCTION f(x integer) RETURNS integer LANGUAGE sql COST 10 RETURN x + 1;

CREATE TABLE t (a smallint);
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t; END;

CREATE TABLE t (c bit(4));
ALTER SCHEMA public RENAME TO s1;

CREATE TABLE t (a int, PRIMARY KEY (a)) PARTITION BY RANGE (a);
CREATE TABLE p PARTITION OF t FOR VALUES FROM (20) TO (30);

CREATE TEMP SEQUENCE public.s;

CREATE TABLE t (a int4range NOT NULL);
CREATE TABLE u (own integer) INHERITS (t);
CREATE TABLE v (a int4range) INHERITS (u);

CREATE TYPE e AS ENUM ('y');
CREATE SEQUENCE u AS bigint START WITH 5;
ALTER TYPE e RENAME TO u;

CREATE TABLE t (a timestamptz);
CREATE TABLE u () INHERITS (t, T);

ALTER SCHEMA public OWNER TO app_reader;

CREATE SCHEMA s1;
SET search_path TO s1;
DROP SCHEMA s1;
CREATE EXTENSION citext;

CREATE TABLE t (a numeric(10,2) DEFAULT NULL);

CREATE DOMAIN d AS integer;
CREATE TABLE t (a d DEFAULT NULL NOT NULL);

CREATE TABLE t (a int, PRIMARY KEY (a)) PARTITION BY RANGE (a);
COMMENT ON INDEX t_pkey IS 'a note';

-- from PostgreSQL 18
CREATE TABLE t (a int, b text NOT NULL);
COMMENT ON CONSTRAINT t_b_not_null ON t IS E'two\nlines';

-- from PostgreSQL 18
CREATE TABLE t (a interval NOT NULL, CONSTRAINT named NOT NULL a);

CREATE TABLE t (a text) PARTITION BY HASH (a);
CREATE TABLE p PARTITION OF t DEFAULT;

CREATE TABLE t (a text COLLATE "C");
CREATE TEMP TABLE u AS SELECT * FROM t WITH NO DATA;

CREATE TABLE t (a int) PARTITION BY LIST (a);
CREATE TABLE p PARTITION OF t FOR VALUES IN (50);
CREATE TABLE u () INHERITS (p);

CREATE TABLE t (a bigserial);
ALTER SEQUENCE t_a_seq SET SCHEMA public;

-- from PostgreSQL 18
CREATE TABLE t (a int GENERATED ALWAYS AS (1 + 1) VIRTUAL);
CREATE INDEX ON t (a);

-- from PostgreSQL 18
CREATE TABLE t (a int GENERATED ALWAYS AS (abs(-5)) VIRTUAL, PRIMARY KEY (a));

CREATE TABLE t AS SELECT a::text AS b FROM absent;

CREATE TABLE t (a int);
ALTER TABLE t INHERIT t;

CREATE TABLE t (a date) PARTITION BY RANGE (a);
ALTER TABLE t RESET (fillfactor);

CREATE TABLE t (a bigserial);
ALTER SEQUENCE t_a_seq OWNER TO CURRENT_USER;

CREATE EXTENSION citext;
CREATE TABLE t (a citext);
CREATE TABLE u (LIKE t);
DROP EXTENSION citext CASCADE;

CREATE TYPE t AS (a name);
CREATE TABLE IF NOT EXISTS t (a date);

CREATE TABLE t (d date) PARTITION BY HASH (d);
ALTER TABLE t ALTER d SET DATA TYPE timestamp;

REVOKE USAGE ON SCHEMA public FROM PUBLIC;

CREATE TYPE e AS (name uuid);
CREATE TABLE t (d date);
CREATE INDEX e ON t (d);

CREATE TABLE t (a smallserial DEFAULT NULL);

CREATE TEMP TABLE t (a bigserial);
CREATE TABLE u (b uuid);
CREATE SEQUENCE t OWNED BY u.b;

CREATE TABLE t (a name, d jsonb, EXCLUDE USING btree (d WITH =) WHERE (a IS NULL));
ALTER TABLE t DROP COLUMN a;

CREATE TABLE t (a varchar(40) COLLATE "C", b bytea);
CREATE TABLE u AS SELECT s.* FROM (SELECT b, a FROM t) s;

CREATE TABLE t (a oid);
ALTER TABLE t ALTER COLUMN a SET COMPRESSION pglz;

-- from PostgreSQL 18
CREATE TABLE t (a int);
ALTER TABLE t ADD NOT NULL a NO INHERIT;
CREATE TABLE u (LIKE t);

CREATE TABLE t (a text, b text DEFAULT concat('a', 1)) PARTITION BY RANGE (a);
CREATE TABLE p PARTITION OF t (b DEFAULT NULL) FOR VALUES FROM (MINVALUE) TO ('e');

-- from PostgreSQL 18
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (1 + 1));
CREATE INDEX i ON t (a) INCLUDE (b);

CREATE TABLE t (a int) PARTITION BY LIST (a);
CREATE INDEX i ON t (a);
ALTER INDEX i SET (fillfactor = 60);

CREATE TEMP TABLE t (a text);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t WITH NO DATA;

CREATE TYPE e AS (a timestamptz);
ALTER TYPE e RENAME ATTRIBUTE a TO a;

CREATE TABLE t (a serial);
ALTER SEQUENCE t_a_seq MINVALUE 0;

CREATE TABLE t (c text);
ALTER TABLE ONLY t ADD COLUMN a text[] NOT NULL NULL;

CREATE TABLE t (a date NOT NULL) PARTITION BY HASH (a);
CREATE TABLE p PARTITION OF t (a NOT NULL) FOR VALUES WITH (MODULUS 4, REMAINDER 2);

CREATE TABLE t (a date) PARTITION BY LIST (a);
ALTER TABLE t SET UNLOGGED, ADD COLUMN c serial;

CREATE TABLE t (a bigserial);
CREATE TABLE u (own int) INHERITS (t);
ALTER TABLE t ADD COLUMN b jsonb;

-- from PostgreSQL 18
CREATE TABLE t (a serial PRIMARY KEY);
CREATE TABLE u (a int GENERATED ALWAYS AS (length('x')), FOREIGN KEY (a) REFERENCES t NOT ENFORCED);

CREATE TABLE t (a date, PRIMARY KEY (a)) PARTITION BY RANGE (a);
CREATE TABLE p PARTITION OF t FOR VALUES FROM ('2020-01-05') TO ('2020-01-06');

-- from PostgreSQL 18
CREATE TABLE t (a serial, NOT NULL a NO INHERIT);

CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE CONSTRAINT TRIGGER g AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
ALTER TABLE t DROP CONSTRAINT IF EXISTS g;

CREATE TABLE t (a int);
ALTER TABLE t ADD PRIMARY KEY (a) NOT VALID;

CREATE TABLE t (a real);
CREATE VIEW v AS SELECT a FROM t;
CREATE OR REPLACE VIEW v AS SELECT * FROM v;

CREATE TABLE t (a text[]);
CREATE INDEX ON t USING hash (a, a);

-- from PostgreSQL 15
CREATE TABLE t (a numeric(10,2), b uuid);
CREATE INDEX i ON t (b) INCLUDE (a) NULLS NOT DISTINCT;
ALTER TABLE t REPLICA IDENTITY USING INDEX i;

CREATE TABLE t (a int NOT NULL);
CREATE UNIQUE INDEX i ON t (a);
ALTER TABLE t REPLICA IDENTITY USING INDEX i;
ALTER INDEX i RENAME TO k;

CREATE TABLE t (a varchar(10)[] DEFAULT NULL);
ALTER TABLE t ALTER COLUMN a SET DATA TYPE text;

CREATE PROCEDURE f(bytea) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
ALTER PROCEDURE f(IN bytea) VOLATILE CALLED ON NULL INPUT;

CREATE SEQUENCE s;
CREATE TYPE s AS (d jsonb);

CREATE TYPE e AS ENUM ('y');
CREATE SEQUENCE e;

CREATE TABLE t (a date) PARTITION BY HASH (a);
ALTER TABLE ONLY t ALTER a DROP IDENTITY IF EXISTS;

CREATE TABLE t (a int, PRIMARY KEY (a));
ALTER TABLE t ADD UNIQUE (a);

CREATE TEMP TABLE t (a int);
ALTER TABLE t SET SCHEMA public;

CREATE TABLE t (a int, b text COLLATE "C", c name, d numeric(10,2), e varchar(9), f date, g real);
CREATE VIEW v AS SELECT count(*), a + 1 AS b, b || 'x' AS c, lower(c) AS d, d * 2 AS e, coalesce(e, 'x') AS f,
  max(f) AS g, sum(g) AS h, a IS NULL AS i, CASE WHEN a > 1 THEN 'x' END AS j, 'y' AS k, f - 1 AS l, t AS m
  FROM t GROUP BY a, b, c, d, e, f, g, t;
CREATE TABLE u AS SELECT sum(a), avg(a), min(e), sum(d) AS s, nullif(a, 1), length(b), now(), current_date, upper(b),
  EXISTS (SELECT), a = ANY (ARRAY[1, 2]) AS x, ARRAY[a], d::text, 1.5 AS y, 3000000000 AS z, NULL FROM t GROUP BY a, b, d;
CREATE TABLE w AS VALUES (1, 'a', 2), (2.5, 'b', NULL);
CREATE TABLE x AS SELECT a, 'x' AS b FROM t UNION ALL SELECT d, b FROM t;

CREATE TEMP TABLE t (d text PRIMARY KEY);

CREATE TABLE t (a text) PARTITION BY RANGE (a);
ALTER TABLE t ADD CHECK (a = 'x') NO INHERIT;

CREATE TABLE t (a inet);
CREATE MATERIALIZED VIEW m AS SELECT * FROM t;
CREATE VIEW v AS SELECT a FROM m WITH LOCAL CHECK OPTION;

CREATE TABLE t (a bigserial PRIMARY KEY);
CREATE TABLE u (a bigint REFERENCES t);
TRUNCATE t;

CREATE TABLE t (d text, PRIMARY KEY (d)) PARTITION BY RANGE (d);
CREATE TABLE p PARTITION OF t DEFAULT;
ALTER TABLE p RENAME CONSTRAINT p_pkey TO w;

CREATE SEQUENCE s;
CREATE VIEW v AS SELECT a FROM s;

CREATE SEQUENCE s;
CREATE VIEW v AS SELECT * FROM s;

CREATE TABLE t (d name, PRIMARY KEY (d));
CREATE TABLE u (a int PRIMARY KEY, LIKE t INCLUDING INDEXES);

CREATE TABLE t (a "char");
CREATE VIEW v AS SELECT a FROM t;
ALTER VIEW v OWNER TO app_owner;
REVOKE SELECT ON ALL TABLES IN SCHEMA public FROM app_owner;

CREATE TABLE t (a int DEFAULT 1);
CREATE TABLE u (LIKE t);
ALTER TABLE u INHERIT t;

CREATE TABLE t (a numeric, CHECK (a = ANY (ARRAY[1, 2])));
ALTER TABLE t ALTER a SET DATA TYPE smallint;

CREATE TABLE t (a smallserial);
CREATE TABLE u (own int) INHERITS (t);
ALTER TABLE u ALTER COLUMN a SET NOT NULL;

CREATE TABLE t (a date) PARTITION BY LIST (a);
ALTER TABLE t SET WITHOUT CLUSTER;

CREATE TABLE t (a integer GENERATED BY DEFAULT AS IDENTITY);
COMMENT ON SEQUENCE t_a_seq IS 'it''s';

CREATE TABLE t (a text, b text, PRIMARY KEY (a)) PARTITION BY RANGE (a);
CREATE TABLE p PARTITION OF t FOR VALUES FROM ('e') TO ('f') PARTITION BY LIST (b);

CREATE TABLE t (a bit(4) DEFAULT NULL);
ALTER TABLE t ALTER a SET DATA TYPE text;

CREATE TABLE t (a text DEFAULT 'x');
ALTER TABLE t ALTER a SET DATA TYPE varchar(9);

CREATE TEMP TABLE t (a text) PARTITION BY LIST (a);
CREATE TABLE u (LIKE pg_temp.t);
ALTER TABLE pg_temp.t ATTACH PARTITION u FOR VALUES IN ('a');

CREATE TABLE t (d text) PARTITION BY RANGE (d);
CREATE TABLE p PARTITION OF t FOR VALUES FROM ('h') TO ('i');
CREATE INDEX ON ONLY t USING btree (d);
DROP TABLE p;

-- from PostgreSQL 18
CREATE TABLE t (a int GENERATED ALWAYS AS (1 + 1) VIRTUAL);
ALTER TABLE t ALTER COLUMN a TYPE text USING a::text;

CREATE TYPE e AS ENUM ('closed');
CREATE TABLE t (a e DEFAULT 'closed');
ALTER TYPE e RENAME VALUE 'closed' TO 'Draft';

CREATE TABLE t (a date, b text) PARTITION BY RANGE (a);
CREATE TABLE p PARTITION OF t FOR VALUES FROM (MINVALUE) TO ('2020-01-08');
ALTER TABLE p ALTER COLUMN b DROP EXPRESSION IF EXISTS;

CREATE TEMP TABLE t (a xml);
GRANT TRUNCATE ON pg_temp.t TO app_owner;

CREATE TYPE e AS (b smallint);
CREATE TABLE t OF e;
ALTER TABLE t RENAME COLUMN b TO c;

CREATE TABLE t (a date);
CREATE MATERIALIZED VIEW IF NOT EXISTS t AS SELECT a FROM absent;

CREATE TABLE t (a tsvector);
ALTER TABLE t ALTER a SET COMPRESSION pglz;
ALTER TABLE t ALTER COLUMN a SET DATA TYPE text USING a::text;

CREATE TABLE t (a bigint);
ALTER TABLE t ADD EXCLUDE USING btree (a WITH =);
ALTER TABLE t ADD EXCLUDE USING btree (a WITH =);

CREATE TABLE t (a bigint, EXCLUDE USING btree (a WITH =), EXCLUDE USING btree (a WITH =));

CREATE TABLE t (a int) PARTITION BY LIST (a);
CREATE TABLE p PARTITION OF t FOR VALUES IN (60);
ALTER TABLE p ADD COLUMN IF NOT EXISTS a int;

CREATE TABLE t (a int) PARTITION BY RANGE (a);
CREATE TABLE p PARTITION OF t FOR VALUES FROM (MINVALUE) TO (50);
CREATE INDEX i ON ONLY t USING brin (a);
CREATE TABLE q PARTITION OF t FOR VALUES FROM (50) TO (60);

CREATE TABLE t (d int4range);
CREATE TEMP TABLE t (LIKE t);

CREATE TYPE e AS (a name);
CREATE MATERIALIZED VIEW IF NOT EXISTS e AS SELECT 1 AS b;

CREATE TABLE t (a integer);
CREATE INDEX i ON t USING brin (a);
ALTER TABLE t CLUSTER ON i;

CREATE TABLE t (a int, b text);
CREATE TABLE u (own int) INHERITS (t);
ALTER TABLE u ADD PRIMARY KEY (b);
ALTER TABLE u RENAME TO w;

CREATE TABLE t (c date);
CREATE UNIQUE INDEX i ON t (c, c) INCLUDE (c);
ALTER TABLE ONLY t ADD UNIQUE USING INDEX i;

-- from PostgreSQL 18
CREATE TABLE t (d date, a int GENERATED ALWAYS AS (abs(-5))) PARTITION BY LIST (d);
CREATE TABLE p PARTITION OF t (a DEFAULT NULL) FOR VALUES IN ('2020-01-02');

CREATE DOMAIN d AS varchar(20);
CREATE TABLE t (a d[]);
ALTER DOMAIN d ADD CHECK (value ~ '^x');

CREATE TABLE t (a real);
ALTER TABLE t ALTER COLUMN a TYPE smallint, ALTER COLUMN a TYPE text USING a::text;

CREATE TABLE t (a int);
ALTER TABLE t ALTER COLUMN a TYPE integer, ALTER a SET DATA TYPE smallint;

CREATE SCHEMA s1;
SET LOCAL search_path = s1;
CREATE TABLE t (a date);

CREATE SCHEMA s1;
CREATE VIEW s1.v AS SELECT 1 AS one;
SET LOCAL search_path TO public, s1;

CREATE TABLE t (d text) PARTITION BY HASH (d);
CREATE UNIQUE INDEX ON t (d COLLATE "C" ASC);

CREATE TEMP VIEW v (one) AS SELECT 1 AS one;
TRUNCATE v;

CREATE TABLE t (a money);
CREATE MATERIALIZED VIEW m AS SELECT x FROM t x;
ALTER TABLE t SET UNLOGGED;

CREATE TABLE t (a int);
CREATE MATERIALIZED VIEW m AS SELECT x FROM t x;
ALTER TABLE t ALTER COLUMN a TYPE bigint;

CREATE TABLE t (a text);
CREATE UNIQUE INDEX IF NOT EXISTS t ON t USING gist (a);

CREATE TABLE t (a int, b text) PARTITION BY LIST (a);
CREATE TABLE p PARTITION OF t FOR VALUES IN (60);
ALTER TABLE ONLY t ALTER b SET DATA TYPE char(9);

CREATE TABLE t (a int GENERATED ALWAYS AS (abs(-5)) STORED);
CREATE TEMP TABLE u (a integer) INHERITS (t);

CREATE TABLE t (a int);
ALTER INDEX t RENAME TO u;

-- from PostgreSQL 18
CREATE TABLE t (a int GENERATED ALWAYS AS (abs(-5)) VIRTUAL);
CREATE INDEX i ON t (abs(a));

CREATE TEMP TABLE t (a int4);
CREATE VIEW public.v AS SELECT a FROM pg_temp.t;

CREATE TEMP TABLE t (a numeric);
CREATE VIEW v AS VALUES (1, 'a');
CREATE VIEW v AS SELECT a FROM pg_temp.t;

-- from PostgreSQL 18
CREATE TABLE t (a text NOT NULL) PARTITION BY RANGE (a);
CREATE TABLE p PARTITION OF t (a NOT NULL) FOR VALUES FROM ('d') TO ('e');
ALTER TABLE t RENAME CONSTRAINT t_a_not_null TO n;

CREATE TYPE e AS (c integer);
CREATE TABLE t OF e;
ALTER TABLE ONLY t ALTER COLUMN c TYPE integer;

CREATE TABLE keyword3 (email text, PRIMARY KEY (email)) PARTITION BY RANGE (email);
CREATE TABLE "Mixed1" PARTITION OF keyword3 FOR VALUES FROM ('b') TO ('c');
ALTER TABLE keyword3 ALTER email SET NOT NULL;
ALTER TABLE keyword3 DETACH PARTITION "Mixed1";

CREATE TABLE t8 (b smallint GENERATED ALWAYS AS IDENTITY);
ALTER SEQUENCE public.T8_B_SEQ AS integer;

CREATE TABLE orders ( "group" xml);
CREATE TABLE role_map7 AS SELECT "group", count(*) FROM orders GROUP BY 1;

CREATE TABLE u (note int, extra text) PARTITION BY HASH (note);
CREATE VIEW keyword0 AS SELECT extra FROM public.u UNION ALL SELECT extra FROM public.u;
CREATE OR REPLACE VIEW keyword0 AS SELECT * FROM keyword0;
CREATE TABLE public.u5 AS SELECT EXTRA FROM keyword0;

CREATE TABLE "item" ( email xml, id int4range);
CREATE STATISTICS u ON "id", email FROM item;

CREATE TABLE w2 ("c" xml);
CREATE MATERIALIZED VIEW t AS SELECT c, count(*) FROM W2 GROUP BY 1;

CREATE TABLE item1 (email int) PARTITION BY LIST (email);
CREATE TABLE "public".role_map7 PARTITION OF item1 (email) FOR VALUES IN (40) PARTITION BY LIST (email);
ALTER TABLE ITEM1 RENAME TO app_user7;
ALTER TABLE ONLY app_user7 ALTER EMAIL SET NOT NULL;

-- from PostgreSQL 18
CREATE TABLE t ( d smallserial, PRIMARY KEY (d) INITIALLY DEFERRED);
CREATE TABLE public."v3" (layer_id smallint REFERENCES t NOT ENFORCED);

CREATE TEMP TABLE role_map (name text) PARTITION BY HASH ((name IS NULL));
CREATE TABLE "w3" (LIKE pg_temp.ROLE_MAP);
CREATE TYPE role_map AS (kind int4range);
ALTER TABLE w3 ADD "d" public.role_map;

CREATE TABLE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x0 (name xml);
CREATE VIEW place AS SELECT name, count(*) FROM a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more GROUP BY 1;

CREATE TABLE t ("group" date, extra text, PRIMARY KEY ("group")) PARTITION BY LIST ("group");
ALTER TABLE "t" RENAME TO v0;
CREATE TABLE "Mixed1" PARTITION OF v0 FOR VALUES IN ('2020-01-02');
ALTER TABLE v0 ADD FOREIGN KEY ("group") REFERENCES v0 ON UPDATE CASCADE, DROP COLUMN extra;
DROP TABLE "Mixed1";

-- from PostgreSQL 15
CREATE TABLE keyword0 ("d" text) PARTITION BY RANGE ("d");
CREATE UNIQUE INDEX layer ON ONLY "public".keyword0 (d ASC) NULLS NOT DISTINCT;
ALTER TABLE public.keyword0 ADD UNIQUE USING INDEX layer;

-- from PostgreSQL 15
CREATE TABLE PUBLIC."two words" ( "group" uuid);
CREATE TABLE layer () INHERITS (public."two words");
CREATE VIEW place5 WITH (security_invoker = true) AS SELECT "group" FROM layer;
ALTER VIEW place5 SET (security_barrier = true);

CREATE FUNCTION w() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
ALTER FUNCTION w() RENAME TO w;

CREATE TABLE "ixedq" OF "ixedq";

-- from PostgreSQL 18
ALTER TABLE IF EXISTS dataset1 ADD FOREIGN KEY (id) REFERENCES item1 DEFERRABLE NOT ENFORCED NOT VALID;

CREATE TABLE app_user (LAYER_ID int, extra text) PARTITION BY RANGE (LAYER_ID);
CREATE INDEX ON ONLY app_user ( "extra" text_pattern_ops ASC);
ALTER TABLE public.app_user RENAME extra TO "d";
CREATE TABLE PUBLIC.orders PARTITION OF app_user FOR VALUES FROM (70) TO (80);

CREATE TABLE "two words" (id int) PARTITION BY LIST (id);
CREATE TABLE public.u PARTITION OF "two words" FOR VALUES IN (0);
ALTER TABLE public."two words" ALTER COLUMN ID SET NOT NULL;
ALTER TABLE public."two words" ALTER COLUMN ID SET NOT NULL;
ALTER TABLE "two words" DETACH PARTITION u;

CREATE SEQUENCE public."two words";
CREATE TABLE v (c oid DEFAULT nextval('"two words"'));
CREATE TABLE u2 ("group" numeric(10,2));
CREATE TABLE orders0 ( id varchar(40) COLLATE "C");
CREATE TABLE t (id character varying(40)) INHERITS (orders0);

-- from PostgreSQL 18
CREATE TABLE w4 ( "label" int, id int GENERATED ALWAYS AS (1 + 1) VIRTUAL);
CREATE INDEX t ON w4 (label) WHERE id IS NULL;

REINDEX INDEX pg_temp.tem0q_pkey;

CREATE TABLE "place4" (b int4 DEFAULT abs(-3));
CREATE RULE w AS ON DELETE TO place4 DO INSTEAD DELETE FROM place4;
WITH old AS (DELETE FROM place4 RETURNING b) SELECT count(*) FROM old;

CREATE TABLE item ("b" int4 GENERATED ALWAYS AS IDENTITY);
CREATE TABLE "dataset7" (LIKE item INCLUDING ALL);

CREATE DOMAIN orders numeric(8) CHECK (value <> 5);
ALTER DOMAIN ORDERS ADD CHECK (value IS NULL);
CREATE TEMP TABLE "w" ( "Mixed" public.orders[]);
ALTER DOMAIN orders VALIDATE CONSTRAINT orders_check1;

CREATE TABLE public.app_user2 ( note numeric PRIMARY KEY);
CREATE TABLE place7 (email int GENERATED ALWAYS AS (1 + 1) STORED, FOREIGN KEY (EMAIL) REFERENCES app_user2 ON UPDATE CASCADE);

CREATE TABLE u ( a varchar(40));
CREATE VIEW w AS SELECT a FROM U UNION ALL SELECT a FROM U;
ALTER VIEW W ALTER COLUMN A SET DEFAULT NULL;

CREATE TEMP TABLE "a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x" (d varchar(10)[]);
REINDEX INDEX a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more;

CREATE TABLE t3 ("Mixed" int) PARTITION BY RANGE ("Mixed");
CREATE TABLE public.t PARTITION OF t3 FOR VALUES FROM (20) TO (30);
ALTER TABLE ONLY t3 ALTER "Mixed" SET NOT NULL;

CREATE TABLE keyword ("email" int) PARTITION BY RANGE ("email");
CREATE TEMP TABLE app_user4 (LIKE keyword);
CREATE INDEX CONCURRENTLY keyword ON APP_USER4 (email ASC);
UPDATE keyword x SET email = DEFAULT WHERE x.email IS NULL;

CREATE TABLE item ("b" decimal DEFAULT 1 + 2 NOT NULL CHECK ("b" IS NOT NULL), D xml);
ALTER TABLE public.ITEM ADD "group" numeric;
CREATE STATISTICS layer ON d, "group", b FROM ITEM;

CREATE TYPE "two words3" AS ( c name);
CREATE TABLE "keyword5" OF "two words3";
ALTER TABLE keyword5 DROP COLUMN c;

CREATE DOMAIN dataset integer;
CREATE TEMP TABLE "two words" (name bigint);
ALTER DOMAIN "two words" SET NOT NULL;

CREATE TABLE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x8 ("b" double precision);
CREATE TABLE public.keyword PARTITION OF "a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x" FOR VALUES IN ('e');

CREATE TYPE orders0 AS ENUM ('y');
ALTER TYPE "public".orders0 ADD VALUE 'closed0' BEFORE 'y';
CREATE TABLE public."Mixed" ( a orders0 DEFAULT 'closed0' NOT NULL);

CREATE TYPE w AS ("Mixed" text);
DROP TABLE IF EXISTS "w";

CREATE TYPE "Mixed" AS ( email money);
ALTER TYPE "Mixed" ALTER ATTRIBUTE email TYPE "Mixed";

CREATE TABLE app_user ( "Mixed" int GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 5));
CREATE TABLE place (LIKE public.app_user INCLUDING ALL EXCLUDING INDEXES);

CREATE SCHEMA s2;
CREATE DOMAIN item1 AS numeric(8);
CREATE TYPE public."two words" AS (kind item1);
CREATE TABLE s2.keyword0 OF "two words";
ALTER TABLE "s2".keyword0 SET UNLOGGED, SET LOGGED;

REINDEX INDEX pg_temp.pp_user8_name_keyq;

CREATE TABLE public.a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x7 ( d int GENERATED ALWAYS AS (abs(-5)) STORED, kind smallserial);
ALTER TABLE "a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x" DROP COLUMN D, ADD CHECK (kind IS NULL) NOT VALID;
CREATE TABLE t () INHERITS (a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more);

CREATE TABLE role_map ( name smallint PRIMARY KEY);
ALTER TABLE role_map ALTER COLUMN name ADD GENERATED BY DEFAULT AS IDENTITY;
ALTER SEQUENCE role_map_name_seq AS integer;

CREATE DOMAIN role_map int4range CONSTRAINT A_NAME_THAT_IS_SO_VERY_LONG_THAT_NOBODY_CAN_TYPE_IT_WITHOUT_A_X_and_more CHECK (value IS NOT NULL);
CREATE TEMP TABLE keyword2 ( id role_map[]);
ALTER DOMAIN role_map VALIDATE CONSTRAINT a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more;

CREATE TABLE layer5 (a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_column uuid DEFAULT gen_random_uuid());
CREATE TABLE role_map6 (d int GENERATED ALWAYS AS (length('x')) STORED);
CREATE TABLE public.dataset2 (A int, PRIMARY KEY (A)) PARTITION BY RANGE (A);
ALTER TABLE role_map6 ADD FOREIGN KEY (d) REFERENCES dataset2 ON DELETE SET DEFAULT;

CREATE TABLE V3 (b int) PARTITION BY HASH (b);
CREATE INDEX u4 ON v3 (b ASC);
ALTER TABLE v3 RENAME b TO kind;
CREATE TABLE w5 PARTITION OF v3 (kind) FOR VALUES WITH (MODULUS 4, REMAINDER 2);
DROP INDEX IF EXISTS public.w5_b_idx;

CREATE TABLE "two words4" (b text) PARTITION BY RANGE (b);
CREATE TYPE ORDERS AS (c date);
CREATE TABLE v3 ( d oid) WITH (fillfactor = 70);
ALTER TABLE v3 ADD PRIMARY KEY (d), SET (autovacuum_enabled = off);

CREATE TABLE "u" ("group" text, extra text DEFAULT concat('a', 1)) PARTITION BY RANGE ("group");
CREATE TABLE u7 PARTITION OF u FOR VALUES FROM ('c') TO ('d') PARTITION BY LIST (extra);
CREATE UNIQUE INDEX "Mixed" ON ONLY u ("group");
ALTER TABLE u ADD UNIQUE USING INDEX "Mixed";

CREATE TABLE public.layer1 ("Mixed" text) PARTITION BY HASH ("Mixed");
CREATE TABLE t (b real);
CREATE INDEX app_user ON layer1 ("Mixed" DESC);
CREATE INDEX IF NOT EXISTS app_user ON t ((B + 1)) INCLUDE ("groups");

CREATE TEMP TABLE u (email date) PARTITION BY RANGE (email);
CREATE DOMAIN u AS "char";
CREATE TEMP TABLE item5 (layer_id u);
DROP DOMAIN "public".u;

CREATE TABLE w (layer_id int GENERATED ALWAYS AS (1 + 1) STORED);
ALTER TABLE w OWNER TO app_owner;
ALTER TABLE public.w ADD a serial;

CREATE TEMP TABLE item (id int) PARTITION BY RANGE (id);
ALTER TYPE item ADD VALUE 'y2';

CREATE TEMP TABLE layer (C text) PARTITION BY RANGE (C);
CREATE DOMAIN layer AS numeric(8);
CREATE TYPE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x1 AS (label LAYER[]);

CREATE DOMAIN role_map6 AS integer;
CREATE TABLE "v" (kind role_map6[]);
ALTER TABLE v ALTER kind SET DEFAULT ARRAY[]::place5s[];

CREATE TABLE public.orders (d int GENERATED ALWAYS AS (1 + 1) STORED, "Mixed" serial);
CREATE TABLE dataset7 () INHERITS (orders);
ALTER TABLE ONLY public.orders ADD PRIMARY KEY ( d);

CREATE TYPE public.shelf AS ENUM ('closed');
CREATE TABLE w ( "group" serial);
CREATE TABLE U (LIKE w);
ALTER TABLE w INHERIT public.u;

CREATE TABLE shelf ( a varchar(10)[] DEFAULT ARRAY[]::varchar(10)[], name timestamptz);
CREATE TABLE ROLE_MAP AS SELECT t FROM shelf t;
ALTER TABLE shelf ALTER COLUMN a SET DATA TYPE text USING A::text, ALTER COLUMN name SET DEFAULT now();

CREATE TABLE t (id int) PARTITION BY RANGE (id);
CREATE TEMP VIEW "Mixed" (one) AS SELECT t FROM t t;
TRUNCATE "Mixed" CASCADE;

-- from PostgreSQL 18
CREATE TABLE orders7 ( layer_id varchar(40) NOT NULL);
CREATE TEMP TABLE role_map (own int) INHERITS (orders7);
ALTER TABLE orders7 DROP CONSTRAINT orders7_layer_id_not_null, ALTER COLUMN layer_id SET COMPRESSION pglz;

CREATE EXTENSION btree_gist WITH SCHEMA public;
CREATE TABLE orders4 (d oid, c numeric(10,2), EXCLUDE USING gist (d WITH =) WHERE ("c" >= 0 AND "c" < 100));
DROP EXTENSION BTREE_GIST CASCADE;

-- from PostgreSQL 18
CREATE TABLE u (email int GENERATED ALWAYS AS (abs(-5)));
ALTER TABLE u RENAME COLUMN email TO layer_id;
ALTER TABLE public.u ALTER layer_id DROP IDENTITY IF EXISTS, ALTER layer_id SET STATISTICS 100;

CREATE TABLE place ("group" timestamp(3), kind text);
CREATE INDEX ON public.place ("kind") WHERE "group" > '2020-01-01';
ALTER TABLE place ALTER "group" SET DATA TYPE timestamptz USING now();

CREATE TABLE public.w (b date, extra text) PARTITION BY RANGE (b);
ALTER TABLE w ADD EXCLUDE USING btree (extra WITH =);

CREATE TABLE shelf3 ( a varchar(10)[]);
CREATE VIEW app_user AS WITH w AS (SELECT * FROM shelf3) SELECT a FROM w;
ALTER VIEW app_user ALTER COLUMN a SET DEFAULT NULL;

-- from PostgreSQL 15
CREATE TABLE PUBLIC.w7 (layer_id timestamptz CONSTRAINT "two words" NOT NULL);
CREATE VIEW "two words0" AS SELECT t FROM w7 t;
ALTER TABLE public."two words0" RENAME t TO id;
CREATE MATERIALIZED VIEW u AS WITH w AS (SELECT * FROM "two words0") SELECT id FROM w;
CREATE OR REPLACE VIEW "two words0" AS SELECT * FROM u;
CREATE INDEX w ON public.u (id ASC) NULLS NOT DISTINCT;

CREATE TABLE v ( a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_column char(3) COLLATE "C");
CREATE TABLE role_map (a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_c_and_more character(3)) INHERITS (v);

-- from PostgreSQL 18
CREATE TABLE place ( a int GENERATED ALWAYS AS (1 + 1) VIRTUAL);
ALTER TABLE public.place ALTER a DROP EXPRESSION;

CREATE EXTENSION pg_trgm;
ALTER FUNCTION ublicq."absent"() COST 50;

CREATE TABLE "Mixed" ( kind bool CHECK (kind IS NOT NULL));
CREATE TABLE "keyword" () INHERITS (public."Mixed");
ALTER TABLE ONLY public."Mixed" DROP CONSTRAINT "Mixed_kind_check";

CREATE TABLE place6 (email int) PARTITION BY RANGE (email);
CREATE TABLE v1 AS SELECT s.* FROM (SELECT email FROM "place6") s;
CREATE TABLE public.t (LIKE place6);
ALTER TABLE t INHERIT v1;
ALTER TABLE PLACE6 ATTACH PARTITION v1 FOR VALUES FROM (40) TO (50);

CREATE TABLE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x1 (kind text, CHECK (kind IS NOT NULL)) PARTITION BY RANGE (kind);
ALTER TABLE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more RENAME CONSTRAINT A_NAME_THAT_IS_SO_VERY_LONG_THAT_NOBODY_CAN_TYPE_IT__KIND_CHECK_and_more TO dataset1;
CREATE TABLE u1 PARTITION OF a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more FOR VALUES FROM ('g') TO ('h');
ALTER TABLE ONLY public.a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more DROP CONSTRAINT dataset1;

CREATE TYPE place2 AS ENUM ('open');
CREATE TABLE shelf ( email place2 DEFAULT 'open');
ALTER TABLE shelf ALTER COLUMN email SET DATA TYPE text;

CREATE TABLE role_map (c int GENERATED ALWAYS AS (1 + 1) STORED);
CREATE TABLE place AS SELECT t FROM "role_map" t;
ALTER TABLE PUBLIC.role_map RENAME CONSTRAINT "item" TO SHELF;
ALTER TABLE role_map ADD CHECK (C IN (1, 2, 3)) NO INHERIT, ADD id int GENERATED ALWAYS AS (1 + 1) STORED;

CREATE TABLE keyword6 ("a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_column" date, PRIMARY KEY ("a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_column")) PARTITION BY RANGE ("a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_column");
ALTER TABLE keyword6 ADD FOREIGN KEY (A_NAME_THAT_IS_SO_VERY_LONG_THAT_NOBODY_CAN_TYPE_IT_WITHOUT_A_C_and_more) REFERENCES public.keyword6, ADD FOREIGN KEY (a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_c_and_more) REFERENCES keyword6 (a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_c_and_more) ON UPDATE RESTRICT;
CREATE TABLE public."w" PARTITION OF public.keyword6 FOR VALUES FROM ('2020-01-01') TO ('2020-01-02');

CREATE TABLE "two words5" ("c" decimal);
CREATE TYPE app_user2 AS ENUM ('closed');
CREATE TEMP VIEW v2 AS SELECT c FROM "two words5";
CREATE TYPE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more AS (a text[]);
ALTER VIEW v2 RENAME TO a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more;
ALTER TYPE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more OWNER TO CURRENT_USER;

CREATE TABLE "Mixed0" (kind int, PRIMARY KEY (kind)) PARTITION BY LIST (kind);
ALTER TABLE "Mixed0" ADD FOREIGN KEY (kind) REFERENCES "Mixed0" NOT VALID;

CREATE TYPE public.t8 AS ENUM ('Draft');
CREATE TABLE public."a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x" ( note oid);
CREATE TABLE "Mixed" () INHERITS (A_NAME_THAT_IS_SO_VERY_LONG_THAT_NOBODY_CAN_TYPE_IT_WITHOUT_A_X_and_more);
ALTER TABLE ONLY a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more ALTER note DROP EXPRESSION IF EXISTS, DROP CONSTRAINT IF EXISTS a_name_that_is_so_very_long_that_nobody_can_type_it_withou_pkey_and_more;

CREATE TABLE orders5 (a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_column text) PARTITION BY HASH (a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_column);
CREATE TABLE keyword4 (LIKE orders5);
ALTER TABLE public.orders5 ATTACH PARTITION keyword4 DEFAULT;

-- from PostgreSQL 18
CREATE TABLE "two words4" ("group" text);
CREATE TABLE "Mixed" () INHERITS ("two words4");
ALTER TABLE ONLY "two words4" ADD NOT NULL "group";

CREATE TABLE public.v2 (email text) PARTITION BY HASH (email);
ALTER TABLE "v2" ADD EXCLUDE USING btree (email WITH =);

CREATE TABLE public.app_user (note int, PRIMARY KEY (note)) PARTITION BY RANGE (note);
ALTER TABLE app_user ALTER "note" ADD GENERATED BY DEFAULT AS IDENTITY;
CREATE DOMAIN a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more numeric(8) DEFAULT nextval('app_user_note_seq'::regclass) CHECK (value = ANY (ARRAY[1, 2]));

-- from PostgreSQL 18
CREATE TABLE place ( email int4range);
CREATE TABLE dataset () INHERITS (place);
ALTER TABLE dataset ADD NOT NULL email NOT VALID;

CREATE TABLE ITEM ( email smallserial);
CREATE TABLE t () INHERITS (public.item);
ALTER TABLE ITEM ALTER COLUMN email DROP EXPRESSION IF EXISTS, DROP COLUMN email;

CREATE TABLE "two words0" (a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_column text);
CREATE TABLE role_map (LIKE "two words0");
CREATE MATERIALIZED VIEW keyword AS SELECT t FROM role_map t;
ALTER TABLE ROLE_MAP DROP EXISTS role_map_pkey;
ALTER TABLE role_map ADD COLUMN layer_id serial;

CREATE TABLE t2 ( id text[] DEFAULT NULL::text[] NOT NULL);
ALTER TABLE t2 DROP COLUMN IF EXISTS d, ALTER COLUMN id TYPE text USING "id"::text;

CREATE TABLE place (kind int, PRIMARY KEY (kind)) PARTITION BY RANGE (kind);
COMMENT ON INDEX place_pkey IS E'two\nlines';
CREATE TABLE "public".v (LIKE place INCLUDING ALL);

CREATE TABLE "a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x" (kind date) PARTITION BY HASH (kind);
CREATE TABLE public.keyword3 (LIKE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more);
ALTER TABLE public.a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more ATTACH PARTITION keyword3 DEFAULT;

CREATE TABLE public.keyword ( note serial PRIMARY KEY);
CREATE TABLE "two words4" (b int) PARTITION BY RANGE (b);
ALTER TABLE "public"."two words4" ADD FOREIGN KEY (b) REFERENCES keyword;
ALTER TABLE ONLY keyword SET UNLOGGED;

CREATE TABLE app_user (c int) PARTITION BY LIST (c);
CREATE TEMP TABLE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x2 (LIKE app_user);
CREATE TYPE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more AS ENUM ('open');
ALTER TYPE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more ADD VALUE 'closed2';

-- from PostgreSQL 18
CREATE TABLE w (label smallint, d interval, NOT NULL label NO INHERIT);
CREATE TABLE A_NAME_THAT_IS_SO_VERY_LONG_THAT_NOBODY_CAN_TYPE_IT_WITHOUT_A_X_and_more AS SELECT s.* FROM (SELECT d, label FROM w) s WITH NO DATA;
ALTER TABLE w INHERIT a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more;
ALTER TABLE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more ALTER "label" DROP NOT NULL;

CREATE TABLE shelf4 ( kind decimal);
CREATE TEMP TABLE keyword ( id int4 GENERATED BY DEFAULT AS IDENTITY (START WITH 10 INCREMENT BY 5));
ALTER SEQUENCE pg_temp.keyword_id_seq RENAME TO "Mixed2";
ALTER TABLE SHELF4 ALTER "kind" SET DEFAULT nextval('pg_temp."Mixed2"'::regclass);

CREATE TABLE t (label timestamp(3));
CREATE TABLE "two words" (LIKE T EXCLUDING INDEXES);
CREATE TABLE u (a int) PARTITION BY HASH (a);
CREATE RULE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more AS ON DELETE TO "two words" DO INSTEAD DELETE FROM PUBLIC.u;
WITH old AS (DELETE FROM "two words" RETURNING label) SELECT count(*) FROM old;

-- from PostgreSQL 18
CREATE TABLE item0 (KIND text, PRIMARY KEY (KIND)) PARTITION BY HASH (KIND);
CREATE UNIQUE INDEX ON item0 (kind NULLS FIRST);
ALTER TABLE item0 DROP CONSTRAINT item0_pkey;
ALTER TABLE item0 REPLICA IDENTITY USING INDEX item0_kind_idx;
ALTER TABLE item0 DROP CONSTRAINT "item0_kind_not_null";

CREATE TABLE app_user (note text) PARTITION BY RANGE (note);
CREATE TEMP VIEW app_user AS SELECT note, count(*) FROM app_user GROUP BY note ORDER BY 2;
UPDATE app_user SET note = note;

CREATE TABLE public.item ( email int[]);
ALTER TABLE item ADD CHECK (EMAIL IS NOT NULL);
CREATE TABLE v () INHERITS (public.item);
COMMENT ON CONSTRAINT item_email_check ON v IS 'a note';

CREATE TEMP TABLE shelf (d text);
DROP TYPE shelf;

CREATE TYPE "public".item AS ("group" timestamptz);
CREATE TABLE u OF item;
ALTER TYPE item ADD ATTRIBUTE a "char" CASCADE;
CREATE TABLE w AS SELECT * FROM u WITH NO DATA;

CREATE TABLE shelf (b date, extra text) PARTITION BY LIST (b);
CREATE TABLE public.place0 (x) AS SELECT extra, "b" FROM shelf;
CREATE TABLE public."two words" (b date) INHERITS (place0);
ALTER TABLE ONLY place0 ALTER COLUMN b SET STORAGE PLAIN;

CREATE TABLE shelf1 (d int) PARTITION BY HASH (d);
CREATE TABLE "Mixed5" PARTITION OF "shelf1" FOR VALUES WITH (MODULUS 4, REMAINDER 1);
ALTER TABLE ONLY shelf1 ADD UNIQUE (d) NOT DEFERRABLE;

CREATE TABLE shelf3 (c int) PARTITION BY HASH (c);
CREATE TABLE place6 PARTITION OF shelf3 FOR VALUES WITH (MODULUS 4, REMAINDER 3);
ALTER TABLE SHELF3 ADD note bigint GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 5);

CREATE TABLE "public".role_map8 (a bigserial, "group" smallint, PRIMARY KEY (a, "group"));
CREATE TABLE "two words" (LIKE role_map8);
ALTER TABLE role_map8 INHERIT "two words";
ALTER TABLE public."two words" ALTER COLUMN "group" DROP NOT NULL;

CREATE TABLE item4 ("layer_id" date, CHECK ("layer_id" IS NOT NULL)) PARTITION BY RANGE ("layer_id");
ALTER TABLE item4 DROP CONSTRAINT item4_layer_id_check, ADD COLUMN a int GENERATED ALWAYS AS (length('x')) STORED;
CREATE TABLE place0 PARTITION OF public.item4 FOR VALUES FROM ('2020-01-07') TO ('2020-01-08') PARTITION BY LIST (a);

CREATE TEMP TABLE dataset7 (id text CONSTRAINT u UNIQUE);
GRANT DELETE ON TABLE u TO PUBLIC;

CREATE TABLE ROLE_MAP ("Mixed" date) PARTITION BY RANGE ("Mixed");
CREATE TEMP TABLE role_map AS WITH w AS (SELECT * FROM role_map) SELECT "Mixed" FROM w;

CREATE TYPE dataset4 AS (kind smallint);
CREATE DOMAIN A_NAME_THAT_IS_SO_VERY_LONG_THAT_NOBODY_CAN_TYPE_IT_WITHOUT_A_X1 AS text DEFAULT 'x' CONSTRAINT A_NAME_THAT_IS_SO_VERY_LONG_THAT_NOBODY_CAN_TYPE_IT_WITHOUT_A_X_and_more CHECK (lower(value) = value);
CREATE TABLE keyword (B a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more DEFAULT NULL NOT NULL);
ALTER TABLE keyword ALTER COLUMN b TYPE text USING b::text;

-- from PostgreSQL 18
CREATE TYPE w2 AS ( d bigint);
CREATE TABLE "two words8" OF w2;
ALTER TABLE "two words8" ALTER "d" SET NOT NULL;
ALTER TABLE "two words8" RENAME CONSTRAINT "two words8_d_not_null" TO app_user;

CREATE TABLE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x3 (d inet);
CREATE TABLE U (own int) INHERITS (PUBLIC.a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more);
CREATE STATISTICS "two words8" ON own, d FROM public.u;
ALTER STATISTICS "two words8" SET STATISTICS 200;

CREATE TABLE "two words7" ( "group" text UNIQUE);
CREATE TABLE w8 (kind int, extra text) PARTITION BY LIST (kind);
ALTER TABLE w8 ADD CONSTRAINT shelf6 FOREIGN KEY (extra) REFERENCES "two words7" ("group") ON DELETE NO ACTION;
CREATE TABLE shelf2 PARTITION OF w8 FOR VALUES IN (60);
ALTER TABLE w8 RENAME CONSTRAINT shelf6 TO u2;

CREATE TABLE public.v ( "group" bigint GENERATED BY DEFAULT AS IDENTITY);
CREATE TABLE "item5" (LIKE v INCLUDING ALL);
ALTER TABLE public.item5 INHERIT public.v;

CREATE TEMP TABLE item ( d date CONSTRAINT v UNIQUE);
TRUNCATE v;

CREATE TABLE public.APP_USER1 (name int NOT NULL) PARTITION BY RANGE (name);
CREATE TABLE orders8 (LIKE "app_user1");
CREATE TABLE public.u AS SELECT * FROM app_user1;
CREATE TABLE public.a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x0 () INHERITS (u, orders8);

ALTER TABLE IF EXISTS "item1" SET (autovacuum_enabled = off), ADD PRIMARY KEY (email) NOT VALID;

CREATE TABLE app_user (email int NOT NULL) PARTITION BY RANGE (email);
ALTER TABLE app_user ALTER email ADD GENERATED BY DEFAULT AS IDENTITY;
CREATE TABLE keyword (LIKE app_user INCLUDING IDENTITY);
ALTER TABLE public.app_user ATTACH PARTITION keyword FOR VALUES FROM (0) TO (10);

CREATE TABLE "public".app_user1 (d smallserial);
ALTER TABLE public.app_user1 OWNER TO postgres;
ALTER TABLE ONLY public.app_user1 ADD COLUMN note serial, FORCE ROW LEVEL SECURITY;
ALTER SEQUENCE app_user1_note_seq OWNER TO CURRENT_USER;

CREATE VIEW app_user AS SELECT 1 AS one, 'x'::text AS two;
ALTER VIEW app_user OWNER TO app_reader;
GRANT UPDATE ("two") ON app_user TO app_reader;

CREATE EXTENSION "uuid-ossp";
DROP FUNCTION absent;

CREATE TABLE "Mixed" (a int DEFAULT NULL CHECK (a IS NOT NULL));
CREATE TEMP TABLE t (a integer) INHERITS ("Mixed");
ALTER TABLE "Mixed" DROP COLUMN a;

CREATE TYPE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x3 AS ( a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_column xml);
CREATE TABLE shelf8 (email a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more, kind int4range, layer_id int GENERATED ALWAYS AS (1 + 1) STORED);
CREATE STATISTICS place7 ON email, kind, LAYER_ID FROM PUBLIC.shelf8;

CREATE DOMAIN role_map AS int4range;
CREATE TEMP TABLE ROLE_MAP ( b role_map);
CREATE TABLE "public".keyword0 (LIKE role_map EXCLUDING INDEXES);

ALTER TABLE IF EXISTS role_map1 ADD PRIMARY KEY (d) NOT VALID;

CREATE DOMAIN "Mixed" AS interval;
CREATE TABLE place ( kind serial) WITHOUT OIDS;
CREATE VIEW u (one) AS SELECT (kind * 2) FROM "place";
ALTER TABLE public.u SET SCHEMA public;

-- from PostgreSQL 18
CREATE TABLE keyword1 (d bit(4), NOT NULL "d");
CREATE TABLE shelf6 (d bit(4)) INHERITS (keyword1);
ALTER TABLE "keyword1" DROP COLUMN d;

CREATE TABLE public.orders ("Mixed" xml) WITHOUT OIDS;
ALTER TABLE "orders" OWNER TO app_reader;
GRANT SELECT ("Mixed") ON orders TO app_reader;

CREATE TABLE A_NAME_THAT_IS_SO_VERY_LONG_THAT_NOBODY_CAN_TYPE_IT_WITHOUT_A_X1 (b tsvector, CHECK (b IS NOT NULL));
CREATE TABLE public.item6 (b tsvector) INHERITS (a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more);
ALTER TABLE ONLY a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more DROP COLUMN b;

CREATE TABLE shelf1 (name text, extra text) PARTITION BY LIST (name);
CREATE TABLE "place" PARTITION OF "shelf1" (extra) FOR VALUES IN ('f');
ALTER TABLE shelf1 ADD COLUMN a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_column numeric;
CREATE INDEX "place1" ON ONLY public.shelf1 ( name) INCLUDE (a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_c_and_more);
ALTER TABLE shelf1 ALTER a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_c_and_more TYPE smallint;

CREATE FUNCTION shelf4() RETURNS text LANGUAGE plpgsql SET search_path = public AS $$ BEGIN RETURN NULL; END $$;
ALTER FUNCTION shelf4() RESET ALL;

CREATE TABLE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x3 ("a" "char");
CREATE TABLE public.dataset (LIKE public.a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more);
ALTER TABLE DATASET ADD COLUMN label serial, SET UNLOGGED;

-- from PostgreSQL 18
CREATE TYPE app_user AS (kind bit(4));
CREATE MATERIALIZED VIEW IF NOT EXISTS app_user AS SELECT a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_c_and_more::text AS txt FROM "two words";

CREATE TABLE "u" ( layer_id smallserial);
CREATE TABLE public.orders () INHERITS (u);
CREATE TABLE public.shelf (LIKE orders);
CREATE TABLE T () INHERITS (public.shelf);
ALTER TABLE t ALTER COLUMN layer_id ADD GENERATED ALWAYS AS IDENTITY;

CREATE TABLE place ("a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_column" interval);
CREATE TABLE shelf (LIKE place);
CREATE TABLE orders2 () INHERITS (place, shelf);
ALTER TABLE place ALTER COLUMN a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_c_and_more SET DATA TYPE text;

CREATE SEQUENCE public.a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x4 INCREMENT -1;
ALTER SEQUENCE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more INCREMENT BY 4;

CREATE TABLE public.role_map ( "Mixed" bigserial);
CREATE TABLE public."dataset4" ("Mixed" bigserial);
CREATE TABLE "w" ("group" jsonb) INHERITS (public.role_map, dataset4);

-- from PostgreSQL 18
CREATE TABLE PUBLIC."u" ( "name" timestamp with time zone DEFAULT '2020-01-01' NOT NULL);
COMMENT ON CONSTRAINT u_name_not_null ON public.u IS 'it''s';
CREATE TABLE place3 (LIKE u INCLUDING COMMENTS);

CREATE TABLE _name_that_is_so_very_long_that_nobody_can_type_it_without_a_xq7 ("Mixed" bigint DEFAULT 0 NOT NULL CHECK ("Mixed" IS NOT NULL));
CREATE TABLE public.u8 ("Mixed" bigint) INHERITS (_name_that_is_so_very_long_that_nobody_can_type_it_without_a_xq_and_more);
ALTER TABLE u8 ADD PRIMARY KEY ("Mixed");

CREATE TABLE "two words" (label text, CHECK (lower(label) = label));
CREATE TEMP TABLE "two words" (own int) INHERITS ("two words");

CREATE TABLE keyword6 (email int4 GENERATED ALWAYS AS IDENTITY (START WITH 10 INCREMENT BY 5), "note" char(3)) WITHOUT OIDS;
ALTER TABLE public.keyword6 DROP CONSTRAINT KEYWORD6_EMAIL_NOT_NULL, ALTER note SET DEFAULT CAST('y' AS text);

CREATE TABLE item7 ( ID smallserial, note inet, c numeric) WITHOUT OIDS;
ALTER TABLE item7 RENAME COLUMN id TO a;
ALTER TABLE ITEM7 ADD EXCLUDE USING gist (A WITH =) WHERE (c IN (1, 2, 3)) DEFERRABLE INITIALLY DEFERRED, ALTER COLUMN note ADD GENERATED ALWAYS AS IDENTITY;

-- from PostgreSQL 18
CREATE TABLE a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x5 (a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_column text, extra text) PARTITION BY LIST (a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_column);
CREATE VIEW u AS SELECT extra, count(*) FROM A_NAME_THAT_IS_SO_VERY_LONG_THAT_NOBODY_CAN_TYPE_IT_WITHOUT_A_X_and_more GROUP BY 1 ORDER BY 2;
CREATE TABLE "two words4" ("group" bigint DEFAULT length('abc'));
CREATE TABLE v0 AS SELECT count(*) AS n FROM public."two words4";
ALTER TABLE v0 ADD CHECK (n BETWEEN 1 AND 10 AND "n" IS NULL) NOT ENFORCED;
ALTER TABLE v0 ALTER COLUMN n SET DATA TYPE bigint;

CREATE TEMP TABLE role_map ( EMAIL xml PRIMARY KEY, label int GENERATED ALWAYS AS (abs(-5)) STORED, CHECK (email IS NOT NULL AND label > '2020-01-01'));

CREATE TABLE public.orders4 ( b varchar(10)[], "Mixed" int4range, CHECK ("Mixed" IS NOT NULL));
CREATE UNIQUE INDEX CONCURRENTLY ON orders4 (b);
ALTER TABLE orders4 RENAME CONSTRAINT "orders4_Mixed_check" TO a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more;
ALTER TABLE public.orders4 ADD CONSTRAINT a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x8 PRIMARY KEY USING INDEX orders4_b_idx;

CREATE TABLE role_map5 ("Mixed" integer GENERATED BY DEFAULT AS IDENTITY);
ALTER TABLE PUBLIC.ROLE_MAP5 ALTER "Mixed" TYPE numeric(12);

CREATE TABLE role_map8 (name int, extra text) PARTITION BY RANGE (name);
ALTER TABLE role_map8 RENAME TO v6;
CREATE TABLE place0 PARTITION OF v6 DEFAULT PARTITION BY LIST (extra);
ALTER TABLE v6 DROP COLUMN extra;

CREATE TABLE W0 (a xml);
CREATE STATISTICS u4 ON A, "Mixeds" FROM public.w0;

CREATE TABLE w8 (d character varying PRIMARY KEY);
CREATE TABLE u5 ( name "char" REFERENCES "w8" (d));

CREATE TABLE DATASET4 (a text) PARTITION BY HASH (a);
CREATE TABLE "u" PARTITION OF public.dataset4 FOR VALUES WITH (MODULUS 4, REMAINDER 1);
ALTER TABLE DATASET4 DETACH PARTITION u;
ALTER TABLE u ALTER COLUMN "a" SET DATA TYPE text COLLATE "C";
ALTER TABLE public."dataset4" ATTACH PARTITION u FOR VALUES WITH (MODULUS 4, REMAINDER 3);

CREATE TABLE shelf0 ("group" numeric(10,2) CONSTRAINT keyword NOT NULL, CONSTRAINT keyword CHECK ("group" BETWEEN 1 AND 10));

CREATE TABLE PUBLIC."two words" ( label inet);
CREATE TYPE keyword3 AS ENUM ('y');
ALTER TABLE "two words" ALTER COLUMN LABEL SET DATA TYPE keyword3, ADD label decimal NULL;

CREATE TABLE t (note xml);
CREATE INDEX u ON t (note, (ameq IS NULL));

CREATE SCHEMA portal;
CREATE EXTENSION citext WITH SCHEMA "portal";
CREATE TABLE public.app_user1 ( c citext);

CREATE TABLE public."a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x7" (email int GENERATED ALWAYS AS (abs(-5)) STORED);
CREATE TABLE orders ( email serial);
CREATE TABLE t2 (own int) INHERITS (orders, a_name_that_is_so_very_long_that_nobody_can_type_it_without_a_x_and_more);

CREATE TABLE t (a int);
ALTER TABLE t ADD COLUMN b int UNIQUE PRIMARY KEY, ADD COLUMN c int UNIQUE CONSTRAINT u UNIQUE;

CREATE TABLE t (a int, b text DEFAULT nextval('t_' || lower('A') || '_seq')::text);

CREATE TABLE t (a int DEFAULT (NULL), b jsonb DEFAULT ( NULL ::jsonb), c jsonb DEFAULT ((NULL)), d varchar(3) DEFAULT (NULL));

CREATE TABLE shelf (made_on date NOT NULL) PARTITION BY RANGE (made_on);
CREATE TABLE shelf_1 PARTITION OF shelf FOR VALUES FROM ('2020-01-03') TO ('2020-01-04');
ALTER TABLE shelf_1 ADD PRIMARY KEY (made_on);
ALTER TABLE shelf DROP CONSTRAINT shelf_made_on_not_null;

CREATE TABLE crate (id text);
DO $$ BEGIN BEGIN CREATE INDEX ON crate USING gin (id); EXCEPTION WHEN others THEN NULL; END; END $$;

CREATE TABLE shelf (a text PRIMARY KEY) PARTITION BY HASH (a);
CREATE TABLE shelf_1 PARTITION OF shelf FOR VALUES WITH (MODULUS 4, REMAINDER 0);
ALTER TABLE shelf_1 ADD FOREIGN KEY (a) REFERENCES shelf (a);
ALTER TABLE shelf DETACH PARTITION shelf_1;

DO $$ BEGIN CREATE TYPE crate AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;
CREATE TABLE shelf (id text) PARTITION BY HASH ((id IS NULL));
DO $$ BEGIN EXECUTE 'CREATE TABLE crate PARTITION OF shelf FOR VALUES WITH (MODULUS 4, REMAINDER 3)'; EXCEPTION WHEN duplicate_column THEN NULL; END $$;

CREATE TABLE crate (id int);
CREATE TABLE lid (id int);
DO $$ BEGIN CREATE TABLE lid (id bigint); EXCEPTION WHEN others THEN NULL; END $$;
DO $$ DECLARE r record; BEGIN FOR r IN SELECT tablename AS x FROM pg_tables WHERE schemaname = 'public' AND tablename <> concat('a', random()) LOOP EXECUTE format('ALTER TABLE %I OWNER TO app_owner', r.x); END LOOP; END $$;

CREATE TABLE shelf (id int PRIMARY KEY) PARTITION BY HASH (id);
CREATE TABLE shelf_1 PARTITION OF shelf FOR VALUES WITH (MODULUS 4, REMAINDER 2);
CREATE UNIQUE INDEX ON shelf (id);
ALTER TABLE shelf_1 ADD UNIQUE (id);

CREATE TABLE shelf (a date PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE shelf_1 PARTITION OF shelf FOR VALUES FROM ('2020-01-08') TO ('2020-01-09');
ALTER TABLE shelf ADD FOREIGN KEY (a) REFERENCES shelf MATCH FULL;
ALTER TABLE shelf DETACH PARTITION shelf_1;

CREATE TABLE shelf (a date, b text, UNIQUE (a, b)) PARTITION BY RANGE (a);
CREATE TABLE shelf_1 PARTITION OF shelf FOR VALUES FROM ('2020-01-06') TO ('2020-01-07');
ALTER TABLE shelf_1 ADD FOREIGN KEY (a, b) REFERENCES shelf (a, b);
ALTER TABLE shelf_1 ADD FOREIGN KEY (a, b) REFERENCES shelf_1 (a, b) NOT VALID;

CREATE TABLE shelf (id int) PARTITION BY HASH (id);
CREATE TABLE shelf_1 PARTITION OF shelf FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE INDEX shelf_id ON ONLY shelf (id DESC);
ALTER TABLE shelf_1 ADD PRIMARY KEY (id);
ALTER INDEX shelf_id ATTACH PARTITION shelf_1_pkey;

CREATE TABLE shelf (kind date) PARTITION BY LIST (kind);
CREATE TABLE shelf_1 PARTITION OF shelf (kind) FOR VALUES IN ('2020-01-05');
ALTER TABLE ONLY shelf ALTER kind DROP NOT NULL;

CREATE TABLE crate (id int);
CREATE TEMP TABLE crate (kind text);
CREATE MATERIALIZED VIEW IF NOT EXISTS crate AS SELECT count(*) AS n FROM pg_temp.crate;

CREATE TABLE crate (a real);
CREATE TABLE lid () INHERITS (crate);
ALTER TABLE lid ALTER COLUMN a SET NOT NULL;
ALTER TABLE crate ALTER COLUMN a SET NOT NULL;

CREATE TABLE crate (id int GENERATED ALWAYS AS IDENTITY);
ALTER SEQUENCE crate_id_seq OWNED BY absent.id;

ALTER FUNCTION f(itextq) OWNER TO app_owner;

CREATE TABLE crate (email text);
CREATE EXTENSION btree_gist;
CREATE INDEX ON crate USING gist (lower(email));
DROP EXTENSION btree_gist;

CREATE SCHEMA store;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app_reader WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES IN SCHEMA store GRANT ALL ON TABLES TO app_owner;
ALTER DEFAULT PRIVILEGES IN SCHEMA store, public GRANT USAGE ON SEQUENCES TO app_reader;
CREATE TABLE store.crate (id serial);
CREATE TABLE crate (id int GENERATED ALWAYS AS IDENTITY);
CREATE VIEW heavy AS SELECT id FROM crate;
ALTER TABLE crate SET SCHEMA store;

ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT EXECUTE ON ROUTINES TO PUBLIC, app_reader;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
CREATE SCHEMA store;
CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION store.one() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE store.mood AS ENUM ('ok');
CREATE TYPE span AS RANGE (subtype = int);

CREATE SCHEMA store;
ALTER DEFAULT PRIVILEGES IN SCHEMA store GRANT SELECT ON TABLES TO app_reader;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO app_reader;
DROP SCHEMA store;
CREATE SCHEMA store;
CREATE TABLE store.crate (id int);

ALTER DEFAULT PRIVILEGES IN SCHEMA publics GRANT CREATE ON SCHEMAS TO app_reader;

ALTER DEFAULT PRIVILEGES GRANT SELECT ON FUNCTIONS TO app_reader;

CREATE TABLE shelf (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE shelf_1 PARTITION OF shelf FOR VALUES FROM (0) TO (10);
CREATE INDEX shelf_1_other ON shelf_1 ((id * 2));
ALTER INDEX shelf_pkey ATTACH PARTITION shelf_1_other;

-- from PostgreSQL 18
CREATE TABLE crate (email varchar(10)[], size int GENERATED ALWAYS AS (length('x')), EXCLUDE USING btree (email WITH =) WHERE (size > 1));

DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = 'store.crate'::regclass AND attname = 'label') THEN ALTER TABLE store.crate ADD COLUMN label int; END IF; END $$;

CREATE TABLE lid (id serial);
CREATE TABLE crate (LIKE lid);
-- replayed from here on
ALTER TABLE crate ADD PRIMARY KEY (id);

CREATE TABLE crate (a smallint);
CREATE TABLE lid () INHERITS (crate);
-- replayed from here on
ALTER TABLE lid NO INHERIT crate;

CREATE TABLE crate (email smallint);
CREATE UNIQUE INDEX ON crate (email);
-- replayed from here on
CREATE INDEX ON crate (email);
ALTER TABLE crate ADD PRIMARY KEY USING INDEX crate_email_idx;

CREATE TABLE crate (note inet UNIQUE);
-- replayed from here on
REINDEX INDEX crate_note_key;
ALTER INDEX crate_note_key SET (fillfactor = 60);

CREATE TABLE crate (id int);
-- replayed from here on
ALTER TABLE IF EXISTS lid RENAME TO cover;
ALTER TABLE IF EXISTS lid RENAME TO cover;

CREATE TABLE crate (id int);
CREATE VIEW heavy AS SELECT id FROM crate;
-- replayed from here on
CREATE TABLE lid AS SELECT id FROM heavy;
CREATE OR REPLACE VIEW heavy AS SELECT id FROM crate WHERE id > 1;

CREATE TABLE crate (id int);
CREATE VIEW heavy AS SELECT id FROM crate;
-- replayed from here on
CREATE OR REPLACE VIEW heavy AS SELECT x.id FROM crate x JOIN heavy y ON true;
DROP VIEW heavy;

CREATE TABLE part (id text);
-- replayed from here on
CREATE TABLE shelf (id text PRIMARY KEY) PARTITION BY HASH (id);
ALTER TABLE shelf ATTACH PARTITION part FOR VALUES WITH (MODULUS 4, REMAINDER 2);

CREATE TABLE shelf (id text) PARTITION BY HASH (id);
CREATE TABLE shelf_1 PARTITION OF shelf FOR VALUES WITH (MODULUS 4, REMAINDER 0);
-- replayed from here on
CREATE TABLE shelf_2 PARTITION OF shelf FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE RULE also AS ON INSERT TO shelf_1 DO ALSO INSERT INTO shelf_2 DEFAULT VALUES;
DROP TABLE shelf;
CREATE TABLE shelf_1 (id int);

CREATE TABLE crate (id int NOT NULL);
-- replayed from here on
ALTER TABLE crate ADD UNIQUE (id);
ALTER TABLE crate REPLICA IDENTITY USING INDEX crate_id_key;

CREATE TABLE crate (id int PRIMARY KEY);
-- replayed from here on
ALTER TABLE crate RENAME TO box;
CREATE TABLE crate (id int PRIMARY KEY);
ALTER TABLE crate DROP CONSTRAINT crate_pkey1;

CREATE TYPE mood AS ENUM ('ok');
-- replayed from here on
CREATE TABLE crate (id int, mood mood);
DROP TYPE mood CASCADE;
ALTER TABLE crate ADD COLUMN mood int;

CREATE TABLE shelf (a date, b text, UNIQUE (a, b)) PARTITION BY RANGE (a);
CREATE TABLE shelf_1 PARTITION OF shelf FOR VALUES FROM ('2020-01-06') TO ('2020-01-07');
-- replayed from here on
ALTER TABLE shelf_1 ADD FOREIGN KEY (a, b) REFERENCES shelf (a, b);
ALTER TABLE shelf DROP COLUMN b;

CREATE TABLE shelf (id int) PARTITION BY RANGE (id);
CREATE TABLE shelf_1 PARTITION OF shelf FOR VALUES FROM (40) TO (50);
-- replayed from here on
CREATE INDEX two ON shelf_1 ((id + 1));
ALTER TABLE shelf RENAME COLUMN id TO kind;
ALTER TABLE shelf_1 RENAME COLUMN kind TO id;

CREATE TABLE crate (label text);
-- replayed from here on
CREATE VIEW heavy AS SELECT label FROM crate;
ALTER TABLE crate DROP COLUMN label CASCADE;
CREATE TABLE heavy (id int);

-- from PostgreSQL 18
CREATE TABLE crate (id bigint);
ALTER TABLE crate ADD PRIMARY KEY (id), ADD NOT NULL id NOT VALID;

CREATE TABLE crate (id int PRIMARY KEY);
-- replayed from here on
DO $$ BEGIN BEGIN CREATE SEQUENCE absent.s; EXCEPTION WHEN others THEN NULL; END; END $$;
CREATE TABLE lid (id int);

ALTER DEFAULT PRIVILEGES GRANT CREATE ON SCHEMAS TO PUBLIC;
CREATE SCHEMA store AUTHORIZATION app_owner;

CREATE TABLE shelf (kind date PRIMARY KEY, extra text) PARTITION BY RANGE (kind);
CREATE TABLE shelf_1 (LIKE shelf);
ALTER TABLE shelf_1 ADD PRIMARY KEY (extra);
ALTER TABLE shelf ATTACH PARTITION shelf_1 FOR VALUES FROM ('2020-01-01') TO ('2020-01-02');

CREATE TABLE crate (id int);
CREATE TABLE a_lid () INHERITS (crate);
DO $$ DECLARE r record; BEGIN FOR r IN SELECT tablename AS x FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename LOOP EXECUTE format('ALTER TABLE %I ADD COLUMN note int', r.x); END LOOP; END $$;

CREATE FUNCTION f(x int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN x; END $$;
CREATE SCHEMA store;
SET search_path = store, public;
CREATE FUNCTION f(x text) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
ALTER FUNCTION f(x integer) SET SCHEMA store;

CREATE VIEW heavy AS SELECT 1 AS one;
CREATE OR REPLACE VIEW heavy AS SELECT s.* FROM (SELECT one FROM heavy) s;
CREATE VIEW heavy AS SELECT 1 AS one;

CREATE AGGREGATE total(integer) (sfunc = int4pl, stype = integer);
ALTER FUNCTION total(integer) OWNER TO app_owner;
GRANT EXECUTE ON FUNCTION total(integer) TO app_reader;
DROP FUNCTION total(integer);

CREATE TYPE span AS RANGE (subtype = float8);
ALTER FUNCTION span(double precision, double precision) OWNER TO postgres;

CREATE TABLE "two words" (id int);
CREATE TYPE span AS RANGE (subtype = date, multirange_type_name = "two words");

CREATE TABLE crate (a int, b boolean);
CREATE UNIQUE INDEX crate_first ON crate (a, b);
ALTER TABLE crate ADD PRIMARY KEY (b, a);
ALTER TABLE crate ADD FOREIGN KEY (b, a) REFERENCES crate (b, a);
DROP INDEX crate_first;

CREATE COLLATION plain FROM "C";
CREATE TABLE crate (name text COLLATE plain);
DROP COLLATION plain;

CREATE TABLE shelf (id int) PARTITION BY RANGE (id);
CREATE TABLE shelf_1 PARTITION OF shelf FOR VALUES FROM (0) TO (10);
ALTER TABLE shelf_1 ADD UNIQUE (id);
ALTER TABLE shelf ADD PRIMARY KEY (id);

CREATE FOREIGN DATA WRAPPER far;
CREATE SERVER away FOREIGN DATA WRAPPER far;
CREATE FOREIGN TABLE crate (id int) SERVER away;
DROP SERVER away;

CREATE FOREIGN DATA WRAPPER far;
CREATE SERVER away FOREIGN DATA WRAPPER far;
CREATE FOREIGN TABLE crate (id int) SERVER away;
DROP FOREIGN DATA WRAPPER far CASCADE;

-- from PostgreSQL 18
CREATE TABLE t (b int GENERATED ALWAYS AS (1 + 1) VIRTUAL);
CREATE TABLE u () INHERITS (t);
CREATE TABLE v (own int) INHERITS (u);
ALTER TABLE v ALTER COLUMN b SET NOT NULL;
ALTER TABLE u ALTER b SET NOT NULL;

CREATE TABLE t (name bytea, b inet);
CREATE TABLE u () INHERITS (t);
CREATE TABLE v () INHERITS (u);
ALTER TABLE u RENAME COLUMN name TO b;

CREATE TABLE t (kind text, "Mixed" character varying);
CREATE INDEX i ON t (kind) WHERE "Mixed" IN ('x', 'y');
ALTER TABLE t ALTER kind SET DATA TYPE varchar;

CREATE TABLE t (a varchar(10), CHECK (a IN ('x', 'y')));
ALTER TABLE t ALTER a SET DATA TYPE varchar(20);

CREATE TABLE t (a text, CHECK (a IN ('x', 'y')));
ALTER TABLE t ALTER a SET DATA TYPE varchar;

CREATE TABLE t (a text, CHECK (coalesce(a, 'z') <> 'q'));
ALTER TABLE t ALTER a SET DATA TYPE varchar;

CREATE TABLE t (a text, CHECK (a <> 'q'), CHECK (upper(a) = 'A'));
ALTER TABLE t ALTER a SET DATA TYPE varchar;

CREATE TEMP TABLE v (id integer GENERATED BY DEFAULT AS IDENTITY);
ALTER TABLE pg_temp.v ADD COLUMN label int DEFAULT nextval('pg_temp.v_id_seq'::regclass);

CREATE TABLE v (id integer GENERATED BY DEFAULT AS IDENTITY);
ALTER TABLE v ADD COLUMN label int DEFAULT nextval('public.v_id_seq'::regclass);

CREATE TABLE t (d bool, note varchar);
ALTER TABLE t ALTER note SET DATA TYPE varchar(5) USING left(oteq);

CREATE TABLE t (d int, note varchar);
ALTER TABLE t ADD COLUMN e int, ALTER d SET DATA TYPE bigint USING e;

CREATE TABLE t (d int, note varchar);
ALTER TABLE t ALTER d SET DATA TYPE bigint USING (t.d + length(t.note) + t.tableoid::int);

CREATE TABLE t (label name);
SET search_path TO absent;
CREATE VIEW v AS SELECT id FROM public.t;

CREATE TABLE t (a date) PARTITION BY RANGE (a);
CREATE TABLE p PARTITION OF t FOR VALUES FROM (MINVALUE) TO ('2020-01-06');
ALTER TABLE ONLY t ALTER COLUMN a DROP NOT NULL;

CREATE TABLE t (a integer);
CREATE EXTENSION btree_gist;
CREATE INDEX i ON t USING gist ((a * 2));
DROP EXTENSION btree_gist;

CREATE TABLE t ();
CREATE TABLE u (x) AS SELECT * FROM t;

CREATE TYPE c AS (name text);
CREATE TABLE t (a c[]);
ALTER TYPE c ALTER ATTRIBUTE name TYPE date;

CREATE TYPE c AS (name text);
CREATE DOMAIN d AS c;
CREATE TYPE e AS (x d);
CREATE TABLE t (a e[]);
ALTER TYPE c ALTER ATTRIBUTE name TYPE date;

CREATE PROCEDURE w(p text) LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
DROP PROCEDURE w(IN q absent[]);

CREATE FUNCTION w(p text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
DROP FUNCTION w(absent);

CREATE FUNCTION w(p text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
DROP FUNCTION IF EXISTS w(absent);

DROP FUNCTION w(absent);

GRANT USAGE ON SCHEMA public TO app_owner;
ALTER SCHEMA public OWNER TO app_owner;
ALTER SCHEMA public OWNER TO postgres;

CREATE TABLE t (a integer, b integer);
GRANT SELECT (a) ON t TO app_owner;
GRANT SELECT (b) ON t TO app_reader;
GRANT INSERT ON t TO app_owner WITH GRANT OPTION;
ALTER TABLE t OWNER TO app_owner;
REVOKE SELECT, INSERT ON TABLE t FROM app_owner;
GRANT SELECT ON t TO app_reader;
ALTER TABLE t OWNER TO app_reader;
ALTER TABLE t OWNER TO postgres;

CREATE TABLE t (a text, PRIMARY KEY (a)) PARTITION BY HASH (a);
CREATE TABLE u (note text);
CREATE TABLE p PARTITION OF t FOR VALUES WITH (MODULUS 4, REMAINDER 0);
ALTER TABLE u ADD FOREIGN KEY (note) REFERENCES t;
TRUNCATE p;

CREATE TABLE t (a text, PRIMARY KEY (a)) PARTITION BY HASH (a);
CREATE TABLE p PARTITION OF t FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE u (note text REFERENCES p);
TRUNCATE t;

CREATE TABLE t (a text, PRIMARY KEY (a));
CREATE TABLE p (b int, PRIMARY KEY (a)) INHERITS (t);
CREATE TABLE u (note text REFERENCES t);
TRUNCATE p;

CREATE TABLE t (a text, b text) PARTITION BY RANGE (a);
CREATE MATERIALIZED VIEW w AS SELECT t FROM t;
ALTER TABLE t ALTER COLUMN b TYPE text;

CREATE TABLE t (a text, b text) PARTITION BY RANGE (a);
CREATE TABLE u (x t);
ALTER TABLE t ALTER COLUMN b TYPE varchar;

CREATE TABLE t (a text, b text);
CREATE TABLE u (x t);
ALTER TABLE t ALTER COLUMN b TYPE text;

CREATE TABLE t (a text, b text);
CREATE DOMAIN d AS t;
CREATE TABLE u (x d[]);
ALTER TABLE t ALTER COLUMN b TYPE text;

-- from PostgreSQL 18
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT c NOT NULL a, ALTER a SET NOT NULL;

-- from PostgreSQL 18
CREATE TABLE t (a int GENERATED ALWAYS AS (1 + 1) VIRTUAL, b text[], CHECK (b IS NULL) NO INHERIT);
ALTER TABLE t ALTER a SET EXPRESSION AS (2);

-- from PostgreSQL 18
CREATE TABLE t (a int GENERATED ALWAYS AS (1 + 1) VIRTUAL, b int, EXCLUDE USING btree (b WITH =) WHERE (a IS NOT NULL));

CREATE TABLE t (a int, PRIMARY KEY (a)) PARTITION BY LIST (a);
ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY;
ALTER TABLE t ATTACH PARTITION t FOR VALUES IN (20);

CREATE TABLE t (a date) PARTITION BY HASH (a);
CREATE TABLE p PARTITION OF t FOR VALUES WITH (MODULUS 4, REMAINDER 2);
ALTER TABLE p ADD PRIMARY KEY (a);
ALTER TABLE t ADD UNIQUE (a);

CREATE SCHEMA s AUTHORIZATION app_owner;
GRANT USAGE ON SCHEMA s TO app_owner WITH GRANT OPTION;

CREATE SCHEMA s AUTHORIZATION app_owner;
GRANT ALL ON SCHEMA s TO app_owner WITH GRANT OPTION;
REVOKE GRANT OPTION FOR USAGE ON SCHEMA s FROM app_owner;
REVOKE CREATE ON SCHEMA s FROM app_owner;

CREATE TABLE t (d name COLLATE "C");
CREATE TABLE u (d name) INHERITS (t);

CREATE TABLE t (d name);
CREATE TABLE u (d name COLLATE pg_catalog."C") INHERITS (t);
ALTER TABLE u ALTER d TYPE text;

CREATE TABLE t (a date) PARTITION BY HASH (a);
CREATE INDEX i ON t (a);
CREATE TABLE p PARTITION OF t FOR VALUES WITH (MODULUS 4, REMAINDER 3);
CREATE INDEX j ON p (a ASC);
ALTER INDEX i ATTACH PARTITION j;

CREATE DOMAIN d AS text;
CREATE TABLE t (a d);
CREATE VIEW w AS SELECT a FROM t;
CREATE TABLE u (LIKE w);
DROP TYPE d CASCADE;

CREATE EXTENSION citext;
CREATE TABLE t (a citext);
CREATE VIEW w AS SELECT a FROM t;
CREATE TABLE u (LIKE w);
CREATE TABLE v AS SELECT a FROM t;
DROP EXTENSION citext CASCADE;

CREATE TABLE t (a int) PARTITION BY HASH (a);
CREATE TYPE c AS (a integer);
CREATE TABLE u OF c;
ALTER TABLE t ATTACH PARTITION u FOR VALUES WITH (MODULUS 4, REMAINDER 3);

CREATE TEMP VIEW v AS VALUES (1, 'a'), (2, 'b');
CREATE SCHEMA s;
ALTER TABLE v SET SCHEMA s;

-- from PostgreSQL 18
CREATE TABLE t (a int, NOT NULL a NO INHERIT);
ALTER TABLE ONLY t ALTER a SET NOT NULL;

-- from PostgreSQL 18
CREATE TABLE t (a int, NOT NULL a NO INHERIT);
ALTER TABLE t ALTER a SET NOT NULL;

-- from PostgreSQL 18
CREATE TABLE t (a bigserial);
CREATE TABLE u (LIKE t);
CREATE TABLE v (a bigint) INHERITS (t, u);
ALTER TABLE t RENAME CONSTRAINT t_a_not_null TO n;

CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0));
CREATE TABLE u (a int, CONSTRAINT c CHECK (a > 0));
CREATE TABLE v () INHERITS (t, u);
ALTER TABLE t RENAME CONSTRAINT c TO n;

CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0));
CREATE TABLE u () INHERITS (t);
CREATE TABLE w () INHERITS (t, u);
ALTER TABLE t RENAME CONSTRAINT c TO n;

CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0));
ALTER TABLE t ADD CONSTRAINT c FOREIGN KEY (a) REFERENCES absent;

CREATE DOMAIN d AS varchar(20);
CREATE DOMAIN e AS d;
ALTER DOMAIN d SET DEFAULT 'a' || 'b';
CREATE DOMAIN f AS d;

CREATE TABLE t (id money);
CREATE MATERIALIZED VIEW m AS SELECT t FROM t WITH NO DATA;
CREATE DOMAIN d text CHECK (length(value) > 0);
ALTER TABLE t ADD COLUMN c d NULL;

CREATE TABLE t (x, column2) AS VALUES (1, 'a'), (2, 'b');
CREATE STATISTICS s ON column2, x FROM t;
CREATE TEMP TABLE u (LIKE public.t INCLUDING STATISTICS);

DO $do$ BEGIN IF false THEN ALTER TABLE t ADD UNIQUE (id) NOT VALID; END IF; END $do$;

CREATE TABLE t (a date) PARTITION BY RANGE ((a IS NULL));
DO $do$ BEGIN BEGIN ALTER TABLE t ADD b xml PRIMARY KEY; EXCEPTION WHEN undefined_object OR undefined_column THEN NULL; END; END $do$;

CREATE TABLE t (a integer);
GRANT ALL ON t TO app_reader WITH GRANT OPTION;
ALTER TABLE t OWNER TO app_reader;

-- from PostgreSQL 18
CREATE TABLE t (a int UNIQUE);
CREATE TABLE u (a int REFERENCES t (a) NOT ENFORCED);
TRUNCATE t;

CREATE TYPE c AS (b money, d text COLLATE "C");
CREATE TABLE t (a int, LIKE c, e int);

CREATE TYPE c AS (b money);
CREATE TABLE t (b int, LIKE c);

CREATE TABLE t (a int, b text PRIMARY KEY, PRIMARY KEY (a)) PARTITION BY RANGE (a);

CREATE TABLE t (a int);
CREATE TABLE t (a int PRIMARY KEY, b int PRIMARY KEY);

CREATE TABLE t (a int);
CREATE TABLE IF NOT EXISTS t (a int PRIMARY KEY, b int PRIMARY KEY);

CREATE TABLE t (a int PRIMARY KEY);
ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY;
ALTER TABLE t ALTER a DROP NOT NULL;

CREATE TABLE t (a int GENERATED ALWAYS AS (length('x')) STORED);
CREATE TABLE u () INHERITS (t);
ALTER TABLE u ALTER a SET DATA TYPE text USING a::text;

DROP FOREIGN TABLE absent;

-- from PostgreSQL 18
CREATE TABLE t (a text, b text) PARTITION BY LIST (a);
CREATE TABLE u PARTITION OF t FOR VALUES IN ('c');
ALTER TABLE t ADD NOT NULL a NOT VALID, ALTER b TYPE varchar(80);

-- from PostgreSQL 18
CREATE TABLE t (a int);
ALTER TABLE t ADD NOT NULL a NOT VALID;
ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY;

-- from PostgreSQL 18
CREATE TABLE t (a int);
CREATE TABLE u (a int) INHERITS (t);
ALTER TABLE u ADD NOT NULL a NOT VALID;
ALTER TABLE t ALTER a SET NOT NULL;

-- from PostgreSQL 18
CREATE TABLE t (a int);
CREATE TABLE u (a int) INHERITS (t);
ALTER TABLE u ADD NOT NULL a NOT VALID;
ALTER TABLE t ADD NOT NULL a;
ALTER TABLE t ADD PRIMARY KEY (a);

-- from PostgreSQL 18
CREATE TABLE t (a int NOT NULL);
CREATE TABLE u (a int, NOT NULL a NO INHERIT);
CREATE TABLE v (a int);
ALTER TABLE v ADD NOT NULL a NOT VALID;
ALTER TABLE u INHERIT t;
ALTER TABLE v INHERIT t;

-- from PostgreSQL 18
CREATE TABLE t (a int, b int);
ALTER TABLE t ADD NOT NULL b NOT VALID;
CREATE TABLE u () INHERITS (t);

CREATE TABLE t (b int GENERATED ALWAYS AS (length('x')) STORED);
ALTER TABLE t DROP COLUMN b, ALTER b TYPE text USING b::text;

CREATE TABLE t (id int GENERATED BY DEFAULT AS IDENTITY);
ALTER TABLE t DROP COLUMN id, ALTER id TYPE text USING id::text;

CREATE DOMAIN d AS text;
CREATE TABLE d (a d[] NOT NULL NULL);

CREATE TYPE e AS ENUM ('a');
CREATE TABLE e (a absent);

CREATE TABLE v (a text) PARTITION BY RANGE (a);
CREATE TABLE w PARTITION OF v FOR VALUES FROM ('a') TO ('b');
-- replayed from here on
CREATE POLICY p ON w USING (a > 'a');
ALTER TABLE IF EXISTS v RENAME COLUMN a TO b;

CREATE SCHEMA s;
CREATE TABLE s.t (a int);
-- replayed from here on
CREATE VIEW v (one) AS SELECT * FROM s.t;

CREATE TABLE t (a int);
ALTER TABLE t ADD COLUMN b date CONSTRAINT k UNIQUE, ADD PRIMARY KEY USING INDEX k;

CREATE TABLE t (a int);
CREATE TABLE u () INHERITS (t);
CREATE TABLE v () INHERITS (t, u);
ALTER TABLE u RENAME a TO a;

CREATE TABLE t (a text, b text) PARTITION BY HASH (a);
CREATE TABLE u PARTITION OF t FOR VALUES WITH (MODULUS 4, REMAINDER 1);
ALTER TABLE u ADD PRIMARY KEY (a, b) DEFERRABLE;
ALTER TABLE t ADD FOREIGN KEY (b) REFERENCES u (b, a) NOT VALID;

CREATE TYPE c AS (a text);
CREATE TABLE t OF c;
ALTER TYPE c ADD ATTRIBUTE b c;

CREATE TABLE t (a text) PARTITION BY LIST (a);
CREATE UNIQUE INDEX ON t (a);
CREATE TABLE u PARTITION OF t FOR VALUES IN ('a') PARTITION BY LIST (a);
ALTER TABLE u ADD UNIQUE (a);

CREATE TABLE t (a timestamptz);
DO $do$ BEGIN BEGIN CREATE INDEX i ON t USING brin ((a IS NULL)); EXCEPTION WHEN undefined_object THEN NULL; END; END $do$;

CREATE TABLE t (a uuid);
CREATE VIEW v AS SELECT a::text AS b FROM t;
CREATE OR REPLACE VIEW v AS SELECT * FROM v;
ALTER VIEW v RENAME absent TO c;

CREATE TABLE v (a bigint);
CREATE TABLE w (a int);
-- replayed from here on
CREATE TABLE t (LIKE w);
CREATE MATERIALIZED VIEW m AS WITH q AS (SELECT * FROM v) SELECT a FROM q;
DROP TABLE t, v CASCADE;
DROP TABLE IF EXISTS m;

CREATE TABLE t (a date) PARTITION BY RANGE (a);
CREATE TABLE w PARTITION OF t FOR VALUES FROM ('2020-01-07') TO ('2020-01-08');
-- replayed from here on
CREATE INDEX ON w (a);
DROP TABLE IF EXISTS t;

CREATE TABLE t (a int, b text, PRIMARY KEY (a, b));
-- replayed from here on
ALTER TABLE t ADD FOREIGN KEY (b, a) REFERENCES t (b, a);
CREATE TABLE u (x) AS SELECT * FROM t;

CREATE TABLE t (a timestamptz);
DO $do$ BEGIN BEGIN ALTER TABLE t ALTER a SET NOT NULL; EXCEPTION WHEN others THEN NULL; END; END $do$;
CREATE VIEW v AS SELECT b FROM t;

CREATE TABLE t (a int);
DO $do$ BEGIN IF NOT EXISTS (SELECT * FROM pg_attribute WHERE attrelid = 't'::regclass AND attnames = 'b') THEN ALTER TABLE t ADD COLUMN b jsonb; END IF; END $do$;

CREATE TABLE t (a int);
CREATE TABLE u (b int) INHERITS (t);
CREATE TABLE v () INHERITS (t, u);
ALTER TABLE ONLY t DROP COLUMN a;

CREATE TABLE t (a int, c int);
CREATE TABLE u (b int) INHERITS (t);
CREATE TABLE v () INHERITS (t, u);
ALTER TABLE t DROP COLUMN a;

CREATE TABLE t (a text) PARTITION BY HASH (a);
ALTER TABLE t ATTACH PARTITION absent DEFAULT;

CREATE TABLE t (a text, b text COLLATE "C");
CREATE INDEX ON t ((lower(b)) COLLATE "C");
ALTER TABLE t ALTER b TYPE varchar;

CREATE TEMP TABLE t (a date);
CREATE TYPE t AS (b int);
CREATE TABLE u OF t;

CREATE TABLE t (a int, b text) PARTITION BY RANGE (a);
ALTER TABLE ONLY t ALTER CONSTRAINT absent NOT DEFERRABLE;

CREATE TABLE t (a text);
CREATE UNIQUE INDEX i ON t (a COLLATE "C");
ALTER TABLE t ALTER a TYPE char(9), ADD PRIMARY KEY USING INDEX i;

CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY);
CREATE TEMP TABLE u (a int) PARTITION BY RANGE (a);
ALTER TABLE pg_temp.u ATTACH PARTITION t FOR VALUES FROM (30) TO (40);

CREATE TABLE a (x text);
CREATE TABLE b (x text);
ALTER TABLE b ALTER x SET STORAGE external;
CREATE TABLE c () INHERITS (a, b);

CREATE TABLE a (x text);
CREATE TABLE b (x text);
ALTER TABLE b ALTER x SET STORAGE external;
CREATE TABLE c () INHERITS (b, a);

CREATE TABLE b (x text);
ALTER TABLE b ALTER x SET STORAGE external;
CREATE TABLE c3 (x text) INHERITS (b);

CREATE TABLE d (x text compression pglz);
CREATE TABLE a (x text);
CREATE TABLE d1 () INHERITS (a, d);

CREATE TABLE d (x text compression pglz);
CREATE TABLE a (x text);
CREATE TABLE d2 () INHERITS (d, a);

CREATE TABLE d (x text compression pglz);
CREATE TABLE d3 (x text) INHERITS (d);

CREATE TABLE a (x text);
CREATE TABLE d4 (x text compression pglz) INHERITS (a);

CREATE TABLE a (x text);
CREATE TABLE b (x text);
ALTER TABLE b ALTER x SET STORAGE external;
ALTER TABLE a INHERIT b;

-- from PostgreSQL 18
CREATE TABLE l (a int, b int);
ALTER TABLE l ADD CONSTRAINT foo NOT NULL a, ADD PRIMARY KEY (a);

-- from PostgreSQL 18
CREATE TABLE l (a int, b int);
ALTER TABLE l ADD PRIMARY KEY (a), ADD CONSTRAINT foo NOT NULL a;

-- from PostgreSQL 18
CREATE TABLE l (a int, b int);
ALTER TABLE l ADD PRIMARY KEY (a), ADD CONSTRAINT foo NOT NULL a NOT VALID;

-- from PostgreSQL 18
CREATE TABLE l (a int, b int);
ALTER TABLE l ADD PRIMARY KEY (a), ADD CONSTRAINT foo NOT NULL a NO INHERIT;

-- from PostgreSQL 18
CREATE TABLE l (a int, b int);
ALTER TABLE l ADD CONSTRAINT foo NOT NULL a NO INHERIT, ADD PRIMARY KEY (a);

-- from PostgreSQL 18
CREATE TABLE l (a int, b int);
ALTER TABLE l ADD CONSTRAINT foo NOT NULL a NOT VALID, ADD PRIMARY KEY (a);

-- from PostgreSQL 18
CREATE TABLE l (a int, b int);
ALTER TABLE l ADD NOT NULL a NOT VALID, ADD PRIMARY KEY (a);

-- from PostgreSQL 18
CREATE TABLE l (a int, b int);
ALTER TABLE l ADD NOT NULL a NO INHERIT, ADD PRIMARY KEY (a);

-- from PostgreSQL 18
CREATE TABLE l (a int, b int);
ALTER TABLE l ADD CONSTRAINT foo NOT NULL a, ALTER a SET NOT NULL;

-- from PostgreSQL 18
CREATE TABLE l (a int, b int);
ALTER TABLE l ADD COLUMN c int CONSTRAINT foo NOT NULL, ADD PRIMARY KEY (c);

-- from PostgreSQL 18
CREATE TABLE l (a int, b int);
ALTER TABLE l ADD CONSTRAINT foo NOT NULL a, ADD NOT NULL a;

-- from PostgreSQL 18
CREATE TABLE l (a int, b int);
ALTER TABLE l ADD PRIMARY KEY (b), ADD CONSTRAINT foo NOT NULL a;

-- from PostgreSQL 18
CREATE TABLE l (a int, b int);
ALTER TABLE l ADD PRIMARY KEY (b, a), ADD CONSTRAINT foo NOT NULL a;

-- from PostgreSQL 18
CREATE TABLE i1 (a int GENERATED ALWAYS AS IDENTITY, NOT NULL a NO INHERIT);

-- from PostgreSQL 18
CREATE TABLE i2 (a int GENERATED ALWAYS AS IDENTITY NOT NULL NO INHERIT);

-- from PostgreSQL 18
CREATE TABLE i3 (a int NOT NULL NO INHERIT GENERATED ALWAYS AS IDENTITY);

-- from PostgreSQL 18
CREATE TABLE i4 (a serial NOT NULL NO INHERIT);

-- from PostgreSQL 18
CREATE TABLE i5 (a serial, NOT NULL a NO INHERIT);

-- from PostgreSQL 18
CREATE TABLE i6 (a int GENERATED ALWAYS AS IDENTITY, CONSTRAINT foo NOT NULL a);

-- from PostgreSQL 18
CREATE TABLE i7 (a serial, CONSTRAINT foo NOT NULL a);

-- from PostgreSQL 18
CREATE TABLE i8 (a int PRIMARY KEY, CONSTRAINT foo NOT NULL a NO INHERIT);

-- from PostgreSQL 18
CREATE TABLE i9 (a int NOT NULL NO INHERIT PRIMARY KEY);

-- from PostgreSQL 18
CREATE TABLE ia (b int);
ALTER TABLE ia ADD a int GENERATED ALWAYS AS IDENTITY NOT NULL NO INHERIT;
ALTER TABLE ia ADD c int GENERATED ALWAYS AS IDENTITY, ADD NOT NULL c NO INHERIT;
ALTER TABLE ia ADD d serial NOT NULL NO INHERIT;

-- from PostgreSQL 18
CREATE TABLE ia (b int);
ALTER TABLE ia ADD e serial, ADD CONSTRAINT foo NOT NULL e;
ALTER TABLE ia ADD f serial, ADD CONSTRAINT foo NOT NULL f NOT VALID;
ALTER TABLE ia ADD h int NOT NULL, ADD CONSTRAINT foo3 NOT NULL h;

CREATE TABLE t (a int);
CREATE TABLE u (b int, a int);
ALTER TABLE u INHERIT t;
CREATE STATISTICS s ON b, a FROM u;

CREATE TABLE t (a int) PARTITION BY LIST (a);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
CREATE INDEX i ON ONLY t (a);
CREATE INDEX j ON t1 (a);
CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2);

CREATE TABLE t (a int) PARTITION BY LIST (a);
CREATE TABLE t1 (a int);
CREATE INDEX i ON t1 (a);
CREATE INDEX j ON t1 (a);
CREATE INDEX k ON t (a);
ALTER TABLE t ATTACH PARTITION t1 FOR VALUES IN (1);

CREATE TABLE t (a int) PARTITION BY LIST (a);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1);
CREATE INDEX j ON t1 (a);
CREATE INDEX i ON ONLY t (a);
CREATE INDEX k ON t (a);
ALTER INDEX i ATTACH PARTITION j;

CREATE TABLE t (a int) PARTITION BY LIST (a);
CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1) PARTITION BY LIST (a);
CREATE TABLE t2 PARTITION OF t1 FOR VALUES IN (1);
CREATE INDEX i ON ONLY t (a);
CREATE INDEX j ON ONLY t1 (a);
CREATE INDEX k ON t2 (a);
ALTER INDEX i ATTACH PARTITION j;
ALTER INDEX j ATTACH PARTITION k;

CREATE TABLE t (a int) PARTITION BY LIST (a);
CREATE TABLE t1 (a int);
CREATE INDEX j ON t1 (a);
CREATE INDEX i ON t (a);
CREATE INDEX k ON t (a);
ALTER TABLE t ATTACH PARTITION t1 FOR VALUES IN (1);
CREATE INDEX l ON t1 (a);

CREATE TABLE t (a int, b int) PARTITION BY LIST (a);
CREATE TABLE t1 (a int, b int);
ALTER TABLE t1 ADD UNIQUE (a);
CREATE UNIQUE INDEX i ON t1 (a);
CREATE UNIQUE INDEX k ON t (a);
ALTER TABLE t ATTACH PARTITION t1 FOR VALUES IN (1);
ALTER TABLE t1 ADD PRIMARY KEY (a);
ALTER TABLE t ADD UNIQUE (a);

CREATE TABLE t (a int);
DO $do$ BEGIN BEGIN CREATE TABLE u (b timestamptz, CHECK (b IS NULL)); EXCEPTION WHEN others THEN NULL; END; END $do$;
DO $$ DECLARE r record; BEGIN FOR r IN SELECT format('%I.%I', schemaname, tablename) AS x FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename LOOP EXECUTE format('GRANT SELECT ON %s TO app_reader', r.x); END LOOP; END $$;

CREATE TABLE t (a int);
DO $do$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'c' AND conreldq = 't'::regclass) THEN ALTER TABLE t ADD CONSTRAINT c CHECK (a IS NOT NULL); END IF; END $do$;

DO $$ BEGIN FOR i IN 1..3 LOOP EXECUTE 'CREATE TABLE t_' || i || ' (a int)'; END LOOP; END $$;
DO $do$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'c' AND conrelid = 't_1'::regclass) THEN ALTER TABLE t_1 ADD CONSTRAINT c CHECK (a > 0); END IF; END $do$;
ALTER TABLE ONLY t_1 ADD CONSTRAINT c CHECK (a IN (1, 2, 3)), ALTER a TYPE bigint;

CREATE TABLE t (a boolean NOT NULL);
CREATE TABLE u () INHERITS (t);
ALTER TABLE u ADD COLUMN b time;
ALTER TABLE u ADD PRIMARY KEY (a, b);
ALTER TABLE u ADD FOREIGN KEY (a, b) REFERENCES u;

CREATE TYPE c AS (a float8);
-- replayed from here on
CREATE DOMAIN d AS c;
CREATE TABLE t (a d);
DROP TYPE c CASCADE;

CREATE TABLE t (a text);
ALTER TABLE t DETACH PARTITION absent;
ALTER TABLE t ATTACH PARTITION absent DEFAULT;

CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0));
CREATE CONSTRAINT TRIGGER k AFTER INSERT ON t FOR EACH ROW EXECUTE PROCEDURE f();
ALTER TABLE t RENAME CONSTRAINT c TO k;

CREATE TABLE t (a int, b uuid);
DO $do$ BEGIN BEGIN ALTER TABLE t ADD EXCLUDE USING gist (a WITH =) WHERE (b IS NOT NULL); EXCEPTION WHEN undefined_object OR undefined_column THEN NULL; END; END $do$;

DO $$ DECLARE t absent('a'); BEGIN NULL; END $$;

CREATE TABLE t (a int);
DO $$ DECLARE x absent := 't'; BEGIN EXECUTE format('ALTER TABLE %I ADD COLUMN a int', x); END $$;

CREATE TABLE t (a int GENERATED BY DEFAULT AS IDENTITY);
CREATE TABLE u (a serial, LIKE t INCLUDING ALL);

CREATE SCHEMA s;
CREATE TEXT SEARCH CONFIGURATION s.c (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION s.c RENAME TO c;

-- from PostgreSQL 18
CREATE TABLE t (a int NOT NULL) PARTITION BY LIST (a);
CREATE UNIQUE INDEX ON t (a);
CREATE TABLE u PARTITION OF t FOR VALUES IN (10);
ALTER TABLE u ADD PRIMARY KEY USING INDEX u_a_idx;

CREATE TABLE t (a date) PARTITION BY RANGE (a);
CREATE TABLE u PARTITION OF t FOR VALUES FROM ('2020-01-06') TO ('2020-01-07');
ALTER TABLE u ADD PRIMARY KEY (a);
CREATE UNIQUE INDEX ON t (a);
ALTER TABLE u DROP CONSTRAINT u_pkey;

CREATE TABLE t (a int, b text);
DO $do$ BEGIN BEGIN CREATE VIEW v AS SELECT a FROM t; EXCEPTION WHEN others THEN NULL; END; END $do$;
CREATE TYPE v AS ENUM ('y');

CREATE TABLE t (a int);
DO $do$ BEGIN BEGIN EXECUTE 'CREATE TYPE e AS ENUM (''open'')'; EXCEPTION WHEN others THEN NULL; END; END $do$;
ALTER TYPE e RENAME TO v;
CREATE VIEW v AS SELECT a FROM t;

CREATE TYPE t AS ENUM ('a');
CREATE TABLE t OF absent;

CREATE TABLE t (a int);
CREATE SEQUENCE s;
ALTER SEQUENCE s OWNER TO postgres;
ALTER TABLE t OWNER TO CURRENT_USER;
ALTER SEQUENCE s OWNED BY t.a;

CREATE TABLE t (a int, b text) PARTITION BY LIST (a);
ALTER TABLE t ADD UNIQUE (a, b);
CREATE TABLE u PARTITION OF t FOR VALUES IN (70);
ALTER TABLE u ADD FOREIGN KEY (a, b) REFERENCES u (a, b);
ALTER TABLE t ALTER b TYPE varchar(80);

CREATE TYPE c AS (a interval);
CREATE TABLE t OF c;
CREATE TEMP TABLE u () INHERITS (t);
ALTER TYPE c ADD ATTRIBUTE b bool CASCADE;

CREATE TABLE v (a text, b int);
CREATE TABLE u (a text) INHERITS (v);
ALTER TABLE v ADD CONSTRAINT c CHECK (a > '') NOT VALID;
ALTER TABLE v DROP COLUMN a;

CREATE TABLE v (a text, b int);
CREATE TABLE u (a text) INHERITS (v);
ALTER TABLE v ADD CONSTRAINT c CHECK (a > '');
ALTER TABLE v DROP COLUMN a;

CREATE TABLE v (a text, b int);
CREATE TABLE u (a text) INHERITS (v);
ALTER TABLE v ADD CONSTRAINT c CHECK (a > '' AND b > 0);
ALTER TABLE v DROP COLUMN a CASCADE;

CREATE TABLE v (a text, b int);
CREATE TABLE u (a text) INHERITS (v);
ALTER TABLE v ADD CONSTRAINT c CHECK (a > '');
ALTER TABLE ONLY v DROP COLUMN a CASCADE;

CREATE TABLE v (a text NOT NULL, b int);
CREATE TABLE u (a text) INHERITS (v);
CREATE TABLE w () INHERITS (u);
ALTER TABLE v DROP COLUMN a CASCADE;
ALTER TABLE u ALTER a DROP NOT NULL;

CREATE TABLE t (a int);
DO $do$ BEGIN IF NOT EXISTS (SELECT FROM information_schema.columns WHERE table_schema = 'public' AND table_ameq = 't' AND column_ameq = 'b') THEN ALTER TABLE t ADD COLUMN b bool; END IF; END $do$;

ALTER DEFAULT PRIVILEGES FOR ROLE app_owner GRANT CREATE ON SCHEMAS TO app_reader;
CREATE SCHEMA s AUTHORIZATION app_owner;

CREATE TABLE t (a smallint);
CREATE TABLE u (b int) INHERITS (t);
ALTER TABLE t ADD COLUMN c int;
-- replayed from here on
CREATE INDEX ON u (abs(c));
ALTER TABLE t DROP COLUMN c, ALTER a TYPE float8;

CREATE TABLE t (a int);
-- replayed from here on
CREATE FUNCTION f() RETURNS SETOF t LANGUAGE plpgsql AS $$ BEGIN END $$;
TRUNCATE t;
CREATE OR REPLACE FUNCTION f() RETURNS SETOF t LANGUAGE plpgsql AS $$ BEGIN END $$;

CREATE SEQUENCE s;
GRANT DELETE, SELECT ON s TO app_reader;

CREATE TABLE b (a int);
CREATE TABLE a () INHERITS (b);
DO $$ DECLARE r record; BEGIN FOR r IN SELECT tablename AS x FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename LOOP EXECUTE format('ALTER TABLE %I ADD COLUMN IF NOT EXISTS c int', r.x); END LOOP; END $$;

CREATE TABLE t (b serial);
-- replayed from here on
CREATE TABLE u (a serial, LIKE t);
DROP TABLE IF EXISTS v;
DO $$ DECLARE r record; BEGIN FOR r IN SELECT format('%I.%I', schemaname, tablename) AS x FROM pg_tables WHERE schemaname = 'public' LOOP EXECUTE 'DROP TABLE IF EXISTS ' || r.x || ' CASCADE'; END LOOP; END $$;

CREATE TABLE t (a int) PARTITION BY HASH (a);
CREATE TYPE e AS ENUM ('closed');
CREATE TABLE e PARTITION OF t DEFAULT;

CREATE TABLE t (a date) PARTITION BY RANGE (a);
CREATE UNIQUE INDEX i ON t (a NULLS FIRST);
CREATE TABLE u PARTITION OF t FOR VALUES FROM ('2020-01-08') TO ('2020-01-09');
ALTER TABLE u ADD PRIMARY KEY (a);

CREATE TEMP TABLE t (a int);
DO $do$ BEGIN IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = 'pg_temp' AND table_name = 't' AND column_name = 'd') THEN ALTER TABLE pg_temp.t ADD COLUMN d jsonb; END IF; END $do$;
DO $do$ BEGIN IF NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = 'pg_temp' AND table_name = 't' AND column_name = 'd') THEN ALTER TABLE pg_temp.t ADD COLUMN d jsonb; END IF; END $do$;

CREATE TABLE t (a date) PARTITION BY RANGE (a);
CREATE TABLE u PARTITION OF t FOR VALUES FROM (MINVALUE) TO ('2020-01-09');
DO $do$ BEGIN BEGIN EXECUTE 'CREATE TABLE u (own int) INHERITS (u)'; EXCEPTION WHEN duplicate_table THEN NULL; END; END $do$;

CREATE TABLE t (a int) PARTITION BY RANGE (a);
CREATE TABLE u PARTITION OF t DEFAULT;
ALTER TABLE u ALTER a ADD GENERATED ALWAYS AS IDENTITY, ALTER a SET NOT NULL;
ALTER TABLE t ALTER a DROP NOT NULL;

CREATE TABLE t (a int, b int, UNIQUE (a, b));
-- replayed from here on
ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (b, a) REFERENCES t (a, b);
ALTER TABLE t DROP CONSTRAINT t_a_b_key CASCADE;

CREATE TABLE t (a serial, b bit(4), CONSTRAINT k UNIQUE (b));
CREATE TABLE u (LIKE t INCLUDING DEFAULTS);
DO $$ DECLARE x text; BEGIN FOR x IN SELECT unnest(ARRAY['u', 't']) LOOP EXECUTE 'DROP TABLE ' || x; END LOOP; END $$;
CREATE TABLE k (a timestamptz);

CREATE TABLE t (a int);
-- replayed from here on
ALTER TABLE t ADD b inet;
DROP TABLE IF EXISTS v;
CREATE TABLE t (c int) INHERITS (t);

-- from PostgreSQL 18
CREATE TABLE t (a uuid);
CREATE TABLE u (b int CONSTRAINT k NOT NULL);
DO $do$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'k') THEN ALTER TABLE t ADD CONSTRAINT k CHECK (a IS NOT NULL); END IF; END $do$;

CREATE TABLE t (a date PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE u PARTITION OF t FOR VALUES FROM ('2020-01-02') TO ('2020-01-03');
ALTER TABLE u ADD FOREIGN KEY (a) REFERENCES u;
ALTER TABLE t ALTER a TYPE timestamptz USING now();

CREATE TABLE t (c int) PARTITION BY HASH (c);
CREATE TEMP TABLE s (a int);
CREATE TABLE a1 (LIKE pg_temp.s);
CREATE TABLE o (own int) INHERITS (a1);
DO $$ DECLARE x text; BEGIN FOR x IN SELECT unnest(ARRAY['public.o', 'public.t', 'public.a1']) LOOP EXECUTE 'DROP TABLE ' || x || ''; END LOOP; END $$;
COMMENT ON TABLE public.t IS NULL;
