package dev.ngdi.migration.schema.undo;

import java.util.List;
import java.util.stream.Stream;

/** A database and scripts that change it: each has to be taken back. */
final class WaysBack {
  /** What is there before each of them. */
  static final String BASE =
      """
      CREATE SCHEMA app;
      CREATE SCHEMA spare;
      CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
      CREATE TYPE pair AS (a int, b text);
      CREATE DOMAIN short AS varchar(9) DEFAULT 'x' CONSTRAINT short_check CHECK (VALUE <> '');
      CREATE SEQUENCE ticket START WITH 5 INCREMENT BY 2;
      CREATE TABLE team (
        id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        name text NOT NULL,
        code varchar(10) DEFAULT 'none',
        CONSTRAINT team_name_key UNIQUE (name));
      CREATE TABLE app_user (
        id serial PRIMARY KEY,
        team_id int NOT NULL REFERENCES team ON DELETE CASCADE,
        name text NOT NULL DEFAULT 'nobody',
        email varchar(100),
        state mood DEFAULT 'ok',
        age int CHECK (age >= 0),
        born date,
        note text,
        title short,
        created timestamptz NOT NULL DEFAULT now(),
        loud text GENERATED ALWAYS AS (upper(name)) STORED);
      CREATE INDEX app_user_team_idx ON app_user (team_id, name DESC);
      CREATE UNIQUE INDEX app_user_email_idx ON app_user (lower(email)) WHERE email IS NOT NULL;
      COMMENT ON TABLE app_user IS 'who may log in';
      COMMENT ON COLUMN app_user.note IS 'free text';
      GRANT SELECT ON app_user TO PUBLIC;
      CREATE TABLE app.item (id bigint PRIMARY KEY, label text, price numeric(10, 2), tags text[]);
      CREATE TABLE event (at date NOT NULL, what text) PARTITION BY RANGE (at);
      CREATE INDEX event_what_idx ON event (what);
      CREATE TABLE event_2025 PARTITION OF event FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
      CREATE TABLE event_2026 (at date NOT NULL, what text);
      CREATE TABLE base (id int, made date);
      CREATE TABLE heir (extra text) INHERITS (base);
      CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.note := 'touched';
        RETURN NEW;
      END
      $$;
      CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
      CREATE FUNCTION twice(n numeric) RETURNS numeric LANGUAGE sql AS 'SELECT n * 2';
      CREATE PROCEDURE tidy() LANGUAGE sql AS 'DELETE FROM app.item';
      CREATE VIEW adult AS SELECT id, name, team_id FROM app_user WHERE age >= 18;
      CREATE VIEW adult_team AS SELECT a.id, t.name AS team FROM adult a JOIN team t ON t.id = a.team_id;
      CREATE MATERIALIZED VIEW team_size AS SELECT team_id, count(*) AS size FROM app_user GROUP BY team_id;
      CREATE INDEX team_size_idx ON team_size (team_id);
      ALTER TABLE app.item ENABLE ROW LEVEL SECURITY;
      """;

  /** What belongs to tables and has no columns. */
  static final String MEMBERS =
      """
      CREATE TRIGGER touch_user BEFORE UPDATE OF name ON app_user
        FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION touch();
      CREATE POLICY cheap ON app.item FOR SELECT USING (price < 10);
      CREATE RULE keep AS ON DELETE TO base DO INSTEAD NOTHING;
      CREATE STATISTICS user_stats (dependencies) ON team_id, name FROM app_user;
      """;

  private WaysBack() {}

  static Stream<String> scripts() {
    return Stream.of(TABLES, COLUMNS, CONSTRAINTS, INDEXES, OBJECTS, MIXED).flatMap(List::stream);
  }

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE fresh (id int PRIMARY KEY, team_id int REFERENCES team)",
          "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, a_id int"
              + " REFERENCES a); ALTER TABLE a ADD b_id int REFERENCES b",
          "CREATE TABLE copy (LIKE app_user INCLUDING ALL)",
          "CREATE TYPE span AS RANGE (SUBTYPE = int8); CREATE TABLE stay (at span)",
          "CREATE TABLE old_names AS SELECT id, name FROM app_user",
          "DROP TABLE app.item",
          "DROP TABLE app_user CASCADE",
          "DROP TABLE team CASCADE",
          "DROP TABLE heir",
          "DROP TABLE event",
          "DROP TABLE event_2025",
          "DROP TABLE base CASCADE",
          "ALTER TABLE app_user RENAME TO account",
          "ALTER TABLE app_user SET SCHEMA app",
          "ALTER TABLE app.item SET SCHEMA spare; ALTER TABLE spare.item RENAME TO thing",
          "ALTER TABLE base RENAME TO base_old; CREATE TABLE base (id bigint)",
          "ALTER TABLE team RENAME TO x; ALTER TABLE app_user RENAME TO team; ALTER TABLE x RENAME"
              + " TO app_user",
          "ALTER TABLE app_user SET (fillfactor = 70)",
          "ALTER TABLE app_user SET UNLOGGED",
          "ALTER TABLE app_user ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
          "ALTER TABLE app.item DISABLE ROW LEVEL SECURITY",
          "ALTER TABLE app_user REPLICA IDENTITY FULL",
          "ALTER TABLE app_user CLUSTER ON app_user_team_idx",
          "ALTER TABLE event ATTACH PARTITION event_2026 FOR VALUES FROM ('2026-01-01') TO"
              + " ('2027-01-01')",
          "ALTER TABLE event DETACH PARTITION event_2025",
          "CREATE TABLE event_rest PARTITION OF event DEFAULT",
          "ALTER TABLE heir NO INHERIT base",
          "CREATE TABLE heir_2 () INHERITS (heir)",
          "CREATE TABLE pairs OF pair",
          "COMMENT ON TABLE app_user IS 'everybody'; COMMENT ON TABLE team IS 'groups'",
          "COMMENT ON COLUMN app_user.note IS NULL",
          "GRANT INSERT, UPDATE ON app_user TO PUBLIC; REVOKE SELECT ON app_user FROM PUBLIC",
          "GRANT UPDATE (name) ON app_user TO PUBLIC",
          "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO PUBLIC; CREATE TABLE later (id int)",
          "ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC; CREATE TABLE later (id int)",
          "ALTER TABLE app_user DISABLE TRIGGER touch_user");

  private static final List<String> COLUMNS =
      List.of(
          "ALTER TABLE app_user ADD COLUMN role text NOT NULL DEFAULT 'user'",
          "ALTER TABLE app_user ADD COLUMN n serial",
          "ALTER TABLE app_user ADD COLUMN boss int REFERENCES app_user; CREATE INDEX ON app_user"
              + " (boss)",
          "ALTER TABLE base ADD COLUMN more text",
          "ALTER TABLE app_user DROP COLUMN note",
          "ALTER TABLE app_user DROP COLUMN email",
          "ALTER TABLE app_user DROP COLUMN team_id CASCADE",
          "ALTER TABLE app_user DROP COLUMN age CASCADE",
          "ALTER TABLE app_user DROP COLUMN id CASCADE",
          "ALTER TABLE app_user DROP COLUMN loud",
          "ALTER TABLE team DROP COLUMN id CASCADE",
          "ALTER TABLE team DROP COLUMN name CASCADE",
          "ALTER TABLE base DROP COLUMN made",
          "ALTER TABLE event DROP COLUMN what",
          "ALTER TABLE app_user RENAME COLUMN email TO mail",
          "ALTER TABLE app_user RENAME COLUMN name TO full_name",
          "ALTER TABLE base RENAME COLUMN made TO born",
          "ALTER TABLE app.item RENAME COLUMN label TO x; ALTER TABLE app.item RENAME COLUMN price"
              + " TO label; ALTER TABLE app.item RENAME COLUMN x TO price",
          "ALTER TABLE app_user ADD COLUMN mail text; ALTER TABLE app_user DROP COLUMN email;"
              + " ALTER TABLE app_user RENAME COLUMN mail TO email",
          "ALTER TABLE app_user ALTER COLUMN email TYPE text",
          "ALTER TABLE app_user ALTER COLUMN email TYPE varchar(200)",
          "ALTER TABLE app_user ALTER COLUMN note TYPE int USING note::int",
          "DROP POLICY cheap ON app.item; ALTER TABLE app.item ALTER COLUMN price TYPE bigint;"
              + " CREATE POLICY cheap ON app.item FOR SELECT USING (price < 10)",
          "ALTER TABLE app_user ALTER COLUMN state DROP DEFAULT, ALTER COLUMN state TYPE text USING"
              + " state::text",
          "ALTER TABLE team ALTER COLUMN code DROP DEFAULT; ALTER TABLE team ALTER COLUMN code TYPE"
              + " int USING 0; ALTER TABLE team ALTER COLUMN code SET DEFAULT 7",
          "DROP VIEW adult_team; DROP VIEW adult; ALTER TABLE app_user ALTER COLUMN age TYPE"
              + " bigint",
          "ALTER TABLE app_user ALTER COLUMN note TYPE text COLLATE \"C\"",
          "ALTER TABLE app_user ALTER COLUMN email SET NOT NULL",
          "ALTER TABLE app_user ALTER COLUMN name DROP NOT NULL",
          "ALTER TABLE app_user ALTER COLUMN name SET DEFAULT 'somebody'",
          "ALTER TABLE app_user ALTER COLUMN name DROP DEFAULT",
          "ALTER TABLE app_user ALTER COLUMN note SET DEFAULT 'n' || 'o'",
          "ALTER TABLE app_user ALTER COLUMN id DROP DEFAULT",
          "ALTER TABLE app_user ALTER COLUMN id DROP DEFAULT; DROP SEQUENCE app_user_id_seq",
          "ALTER TABLE app_user ALTER COLUMN age SET DEFAULT nextval('ticket')",
          "CREATE SEQUENCE s2; ALTER TABLE app_user ALTER COLUMN id SET DEFAULT nextval('s2')",
          "ALTER TABLE app.item ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY",
          "ALTER TABLE team ALTER COLUMN id DROP IDENTITY",
          "ALTER TABLE team ALTER COLUMN id SET INCREMENT BY 5, ALTER COLUMN id SET CYCLE",
          "ALTER TABLE app_user ALTER COLUMN state DROP DEFAULT; ALTER TYPE mood ADD VALUE 'odd'",
          "ALTER TABLE app_user ALTER COLUMN state SET DEFAULT 'sad'; ALTER TYPE mood ADD VALUE 'odd'",
          "ALTER TABLE team ALTER COLUMN id SET GENERATED BY DEFAULT",
          "ALTER TABLE app_user ALTER COLUMN loud DROP EXPRESSION",
          "ALTER TABLE app_user ALTER COLUMN loud SET EXPRESSION AS (lower(name))",
          "ALTER TABLE app_user ALTER COLUMN note SET STORAGE EXTERNAL",
          "ALTER TABLE app_user ALTER COLUMN note SET COMPRESSION pglz",
          "ALTER TABLE app_user ALTER COLUMN name SET STATISTICS 500",
          "ALTER TABLE app_user ALTER COLUMN name SET (n_distinct = 5)");

  private static final List<String> CONSTRAINTS =
      List.of(
          "ALTER TABLE base ADD PRIMARY KEY (id)",
          "ALTER TABLE base ADD CONSTRAINT one PRIMARY KEY (id, made)",
          "ALTER TABLE app_user ADD CONSTRAINT named UNIQUE (email, name)",
          "ALTER TABLE app_user ADD CHECK (length(note) < 10)",
          "ALTER TABLE app_user ADD CONSTRAINT nv CHECK (note <> '') NOT VALID",
          "ALTER TABLE app_user DROP CONSTRAINT app_user_team_id_fkey",
          "ALTER TABLE app_user DROP CONSTRAINT app_user_age_check",
          "ALTER TABLE app_user DROP CONSTRAINT app_user_pkey",
          "ALTER TABLE team DROP CONSTRAINT team_pkey CASCADE",
          "ALTER TABLE team DROP CONSTRAINT team_name_key",
          "ALTER TABLE app_user DROP CONSTRAINT app_user_team_id_fkey; ALTER TABLE app_user ADD"
              + " CONSTRAINT app_user_team_id_fkey FOREIGN KEY (team_id) REFERENCES team",
          "ALTER TABLE app_user RENAME CONSTRAINT app_user_team_id_fkey TO user_team",
          "ALTER TABLE app_user RENAME CONSTRAINT app_user_pkey TO user_key",
          "ALTER TABLE app_user ALTER CONSTRAINT app_user_team_id_fkey DEFERRABLE INITIALLY"
              + " DEFERRED",
          "CREATE UNIQUE INDEX u ON base (id); ALTER TABLE base ADD CONSTRAINT base_key UNIQUE"
              + " USING INDEX u",
          "ALTER TABLE event ADD CHECK (what <> '')",
          "ALTER TABLE event ADD PRIMARY KEY (at)",
          "ALTER TABLE base ADD CHECK (id > 0)");

  private static final List<String> INDEXES =
      List.of(
          "CREATE INDEX i ON app_user (note)",
          "CREATE INDEX ON app_user USING hash (note)",
          "DROP INDEX app_user_team_idx",
          "DROP INDEX app_user_email_idx",
          "DROP INDEX team_size_idx",
          "DROP INDEX event_what_idx",
          "DROP INDEX app_user_team_idx; CREATE INDEX app_user_team_idx ON app_user (team_id)",
          "ALTER INDEX app_user_team_idx RENAME TO by_team",
          "ALTER INDEX app_user_team_idx SET (fillfactor = 50)",
          "CREATE INDEX ON event (at)",
          "CREATE STATISTICS more ON name, email FROM app_user",
          "DROP STATISTICS user_stats");

  private static final List<String> OBJECTS =
      List.of(
          "CREATE SEQUENCE s OWNED BY app_user.age",
          "DROP SEQUENCE ticket",
          "ALTER SEQUENCE ticket INCREMENT BY 7 CACHE 3 CYCLE",
          "ALTER SEQUENCE ticket RENAME TO number",
          "ALTER SEQUENCE ticket OWNED BY app_user.age",
          "CREATE TYPE colour AS ENUM ('red')",
          "ALTER TYPE mood ADD VALUE 'angry'",
          "ALTER TYPE mood ADD VALUE 'calm' BEFORE 'ok'; CREATE VIEW moods AS SELECT state FROM"
              + " app_user",
          "ALTER TYPE mood RENAME VALUE 'sad' TO 'blue'",
          "ALTER TYPE mood RENAME TO feeling",
          "ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('sad', 'ok');"
              + " ALTER TABLE app_user ALTER state DROP DEFAULT;"
              + " ALTER TABLE app_user ALTER state TYPE mood USING state::text::mood;"
              + " ALTER TABLE app_user ALTER state SET DEFAULT 'ok'; DROP TYPE mood_old",
          "ALTER TYPE pair ADD ATTRIBUTE c int",
          "ALTER TYPE pair DROP ATTRIBUTE b",
          "ALTER TYPE pair RENAME ATTRIBUTE a TO first",
          "ALTER TYPE pair ALTER ATTRIBUTE a TYPE bigint",
          "DROP TYPE pair",
          "CREATE DOMAIN positive AS int NOT NULL CHECK (VALUE > 0)",
          "ALTER DOMAIN short SET NOT NULL",
          "ALTER DOMAIN short DROP DEFAULT",
          "ALTER DOMAIN short DROP CONSTRAINT short_check",
          "ALTER DOMAIN short ADD CONSTRAINT lower_case CHECK (VALUE = lower(VALUE))",
          "ALTER DOMAIN short RENAME TO brief",
          "CREATE VIEW v AS SELECT 1 AS a",
          "DROP VIEW adult_team",
          "DROP VIEW adult CASCADE",
          "CREATE OR REPLACE VIEW adult AS SELECT id, name, team_id FROM app_user WHERE age >= 21",
          "CREATE OR REPLACE VIEW adult AS SELECT id, name, team_id, email FROM app_user WHERE age"
              + " >= 18",
          "ALTER VIEW adult RENAME TO grown_up",
          "ALTER VIEW adult SET (security_barrier = true)",
          "ALTER VIEW adult ALTER COLUMN name SET DEFAULT 'x'",
          "DROP MATERIALIZED VIEW team_size",
          "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
          "CREATE OR REPLACE FUNCTION twice(n int) RETURNS int LANGUAGE sql STABLE AS 'SELECT n +"
              + " n'",
          "DROP FUNCTION twice(int)",
          "ALTER FUNCTION twice(int) RENAME TO double",
          "ALTER FUNCTION twice(int) STRICT COST 5",
          "ALTER FUNCTION twice(int) SET SCHEMA app",
          "DROP FUNCTION touch() CASCADE",
          "CREATE OR REPLACE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN"
              + " NULL; END'",
          "DROP PROCEDURE tidy()",
          "DROP TRIGGER touch_user ON app_user",
          "ALTER TRIGGER touch_user ON app_user RENAME TO t",
          "CREATE TRIGGER more AFTER INSERT ON team EXECUTE FUNCTION touch()",
          "DROP POLICY cheap ON app.item",
          "ALTER POLICY cheap ON app.item USING (price < 5)",
          "ALTER POLICY cheap ON app.item RENAME TO low",
          "CREATE POLICY all_of_it ON app.item AS RESTRICTIVE WITH CHECK (price > 0)",
          "DROP RULE keep ON base",
          "DROP RULE keep ON base; CREATE RULE keep AS ON DELETE TO base DO ALSO NOTHING;"
              + " ALTER TABLE base DISABLE RULE keep",
          "CREATE RULE log AS ON INSERT TO base DO ALSO NOTHING",
          "CREATE SCHEMA fresh; CREATE TABLE fresh.t (id int)",
          "ALTER SCHEMA app RENAME TO shop",
          "DROP SCHEMA spare",
          "DROP SCHEMA app CASCADE",
          "CREATE EXTENSION pg_trgm",
          "COMMENT ON FUNCTION twice(int) IS 'n + n'",
          "COMMENT ON CONSTRAINT app_user_pkey ON app_user IS 'key'",
          "COMMENT ON SCHEMA app IS 'a'; COMMENT ON TYPE mood IS 'm'; COMMENT ON INDEX"
              + " app_user_team_idx IS 'i'");

  private static final List<String> MIXED =
      List.of(
          "CREATE TABLE a (id int); ALTER TABLE a RENAME TO z; CREATE INDEX ON z (id)",
          "CREATE TABLE a (id int); CREATE SEQUENCE a_seq OWNED BY a.id;"
              + " ALTER TABLE a ALTER id SET DEFAULT nextval('a_seq')",
          "CREATE TYPE role AS ENUM ('a', 'b'); ALTER TABLE app_user ADD COLUMN role role DEFAULT"
              + " 'a'",
          "CREATE DOMAIN mail AS text; DROP INDEX app_user_email_idx;"
              + " ALTER TABLE app_user ALTER COLUMN email TYPE mail",
          "CREATE FUNCTION zero() RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 0';"
              + " ALTER TABLE app_user ALTER COLUMN age SET DEFAULT zero()",
          "CREATE TABLE role (id int PRIMARY KEY); ALTER TABLE app_user ADD role_id int REFERENCES"
              + " role; CREATE OR REPLACE VIEW adult AS SELECT id, name, team_id, role_id FROM"
              + " app_user",
          "CREATE TABLE n (id int); CREATE OR REPLACE VIEW adult AS"
              + " SELECT id, name, team_id FROM app_user WHERE age > (SELECT max(id) FROM n)",
          "ALTER TABLE app_user RENAME TO account; ALTER TABLE account RENAME COLUMN name TO"
              + " title2; ALTER TABLE account DROP COLUMN note; ALTER TABLE account ADD COLUMN z"
              + " int",
          "DROP TABLE base CASCADE; CREATE TABLE base (id int, made date)");
}
