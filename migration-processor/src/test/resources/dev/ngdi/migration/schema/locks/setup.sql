CREATE TABLE marker (n integer);
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE pair AS (x integer, y text);
CREATE DOMAIN dom AS integer;
CREATE DOMAIN domdef AS integer DEFAULT 7;
CREATE DOMAIN domck AS integer CHECK (VALUE > 0);
CREATE DOMAIN domnn AS integer NOT NULL DEFAULT 1;
CREATE DOMAIN domdom AS domck;
CREATE DOMAIN domtext AS text;
CREATE DOMAIN domv20 AS varchar(20);
CREATE DOMAIN domv5 AS varchar(5);
CREATE FUNCTION vol() RETURNS integer LANGUAGE plpgsql VOLATILE AS 'BEGIN RETURN 1; END';
CREATE FUNCTION volplain() RETURNS integer LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
CREATE FUNCTION stab() RETURNS integer LANGUAGE plpgsql STABLE AS 'BEGIN RETURN 1; END';
CREATE FUNCTION imm() RETURNS integer LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN 1; END';
CREATE FUNCTION volinl() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION volinlrandom() RETURNS double precision LANGUAGE sql AS 'SELECT random()';
CREATE FUNCTION volinlnow() RETURNS timestamptz LANGUAGE sql AS 'SELECT now()';
CREATE FUNCTION volinlarg(n integer) RETURNS integer LANGUAGE sql AS 'SELECT n + 1';
CREATE FUNCTION volinltable() RETURNS integer LANGUAGE sql AS 'SELECT n FROM marker LIMIT 1';
CREATE FUNCTION volatomic() RETURNS integer LANGUAGE sql RETURN 1;
CREATE FUNCTION voldefiner() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE SEQUENCE sq;
CREATE TABLE p (id bigint PRIMARY KEY, code varchar(10) UNIQUE, note text);
INSERT INTO p SELECT i, 'c' || i, 'n' FROM generate_series(1, 50) i;
CREATE TABLE t (
  id bigint PRIMARY KEY,
  p_id bigint,
  a integer,
  b integer NOT NULL,
  w integer,
  tx text,
  v varchar(10),
  v0 varchar,
  vx varchar(10),
  vi varchar(10),
  ti text,
  c char(5),
  n numeric(10,2),
  n0 numeric,
  ts timestamp,
  tz timestamptz,
  ts3 timestamp(3),
  tz3 timestamptz(3),
  iv interval,
  iv3 interval(3),
  ivds interval day to second,
  tm time,
  tm3 time(3),
  tmz timetz,
  d date,
  j json,
  jb jsonb,
  ci cidr,
  ine inet,
  bt bit(4),
  bv varbit(4),
  x xml,
  o oid,
  sm smallint,
  r real,
  dp double precision,
  arr integer[],
  va varchar(10)[],
  u uuid,
  m mood,
  by bytea,
  dd dom,
  mo money,
  bo boolean);
CREATE INDEX t_a_idx ON t (a);
CREATE INDEX t_vi_idx ON t (vi);
CREATE INDEX t_ti_idx ON t (ti);
CREATE INDEX t_b_part ON t (b) WHERE w > 0;
INSERT INTO t (id, p_id, a, b, w, tx, v, v0, vx, vi, ti, c, n, n0, ts, tz, ts3, tz3, iv, iv3, ivds, tm, tm3, tmz, d,
               ine, ci, bt, bv, x, o, sm, r, dp, arr, va, u, m, dd, bo)
SELECT i, i, i, i, i, 'x', 'v', 'v', 'v', 'v' || i, 'v' || i, 'c', 1, 1, now(), now(), now(), now(), '1 day', '1 day', '1 day',
       '10:00', '10:00', '10:00', now(), '10.0.0.0', '10.0.0.0', '1010', '1010', '<a/>', 1, 1, 1, 1, '{1}', '{v}',
       '00000000-0000-0000-0000-000000000000', 'ok', 1, true
  FROM generate_series(1, 50) i;
CREATE VIEW vw AS SELECT id, w FROM t;
CREATE VIEW vw2 AS SELECT id FROM vw;
CREATE MATERIALIZED VIEW mv AS SELECT id, w FROM t;
CREATE UNIQUE INDEX mv_id ON mv (id);
CREATE TABLE s (id integer PRIMARY KEY, q integer, z text);
INSERT INTO s SELECT i, i, 'z' FROM generate_series(1, 50) i;
CREATE UNLOGGED TABLE ul (id integer, z text);
INSERT INTO ul SELECT i, 'z' FROM generate_series(1, 50) i;
CREATE TABLE fk (id integer PRIMARY KEY, p_id bigint, code varchar(10), CONSTRAINT fk_p FOREIGN KEY (p_id) REFERENCES p);
INSERT INTO fk SELECT i, i, 'c' || i FROM generate_series(1, 50) i;
CREATE TABLE pt (id integer, k integer, val text) PARTITION BY RANGE (k);
CREATE TABLE pt1 PARTITION OF pt FOR VALUES FROM (0) TO (100);
INSERT INTO pt SELECT i, i, 'x' FROM generate_series(1, 50) i;
CREATE TABLE pc (id integer, k integer, val text);
INSERT INTO pc SELECT i, 100 + i, 'x' FROM generate_series(1, 50) i;
CREATE TABLE par (id integer, z text);
CREATE TABLE chi (extra integer) INHERITS (par);
INSERT INTO par SELECT i, 'z' FROM generate_series(1, 50) i;
INSERT INTO chi SELECT i, 'z', i FROM generate_series(1, 50) i;
