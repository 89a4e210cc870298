package dev.ngdi.migration.sql;

import java.util.List;

/** Scripts with their inverses; the tests compare the text and run it on a server. */
final class InverseExamples {
  /** What exists before each of them. */
  static final String BEFORE =
      """
      CREATE SCHEMA app;
      CREATE TABLE app.t (id int PRIMARY KEY, a int, b int, "Mixed" text NOT NULL,
        CONSTRAINT old_check CHECK (a > 0));
      CREATE TABLE u (id int PRIMARY KEY, a int, b int);
      CREATE TABLE base (id int);
      CREATE TABLE heir (id int);
      CREATE TABLE parted (id int) PARTITION BY RANGE (id);
      CREATE TABLE part (id int);
      CREATE TYPE mood AS ENUM ('sad', 'ok');
      CREATE TYPE pair AS (a int, b int);
      CREATE DOMAIN short AS text CONSTRAINT old_length CHECK (length(VALUE) < 9);
      CREATE SEQUENCE seq;
      CREATE VIEW v AS SELECT id FROM u;
      CREATE INDEX u_a ON u (a);
      CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS 'SELECT n * 2';
      CREATE TRIGGER touch_u BEFORE UPDATE ON u FOR EACH ROW EXECUTE FUNCTION touch();
      CREATE TABLE a_table_whose_name_is_nearly_as_long_as_one_can_be
        (a_column_whose_name_is_long_too int);
      CREATE ROLE reader;
      """;

  record Example(String up, String down) {
    @Override
    public String toString() {
      return up.replaceAll("\\s+", " ");
    }
  }

  private InverseExamples() {}

  static List<Example> all() {
    return List.of(
        one("CREATE TABLE app.n (id int)", "DROP TABLE app.n"),
        one("CREATE TABLE \"Order\" AS SELECT 1 AS a", "DROP TABLE \"Order\""),
        one("CREATE TABLE \"user\" (id int)", "DROP TABLE \"user\""),
        one("CREATE TABLE part_1 PARTITION OF parted DEFAULT", "DROP TABLE part_1"),
        one("CREATE INDEX i ON app.t (a)", "DROP INDEX app.i"),
        one("CREATE UNIQUE INDEX ON app.t (a DESC, b)", "DROP INDEX app.t_a_b_idx"),
        one(
            "CREATE INDEX ON app.t USING btree (\"Mixed\" text_pattern_ops) WHERE a > 1",
            "DROP INDEX app.\"t_Mixed_idx\""),
        one("CREATE INDEX CONCURRENTLY i ON u (a)", "DROP INDEX CONCURRENTLY i"),
        new Example(
            "SET lock_timeout = '1s'; DROP INDEX CONCURRENTLY IF EXISTS i;"
                + " CREATE INDEX CONCURRENTLY i ON u (a);",
            "DROP INDEX CONCURRENTLY i;\n"),
        one(
            "ALTER TABLE app.t ADD COLUMN c text, ADD d int NOT NULL DEFAULT 0,"
                + " ADD CONSTRAINT c_check CHECK (c <> '')",
            "ALTER TABLE app.t DROP CONSTRAINT c_check, DROP COLUMN d, DROP COLUMN c"),
        one("ALTER TABLE u ADD UNIQUE (a, b)", "ALTER TABLE u DROP CONSTRAINT u_a_b_key"),
        one(
            "ALTER TABLE u ADD FOREIGN KEY (a) REFERENCES app.t (id) NOT VALID",
            "ALTER TABLE u DROP CONSTRAINT u_a_fkey"),
        new Example(
            "ALTER TABLE u ADD CONSTRAINT c CHECK (a > 0) NOT VALID;\n"
                + "ALTER TABLE u VALIDATE CONSTRAINT c;",
            "ALTER TABLE u DROP CONSTRAINT c;\n"),
        one("ALTER TABLE u ALTER a SET NOT NULL", "ALTER TABLE u ALTER COLUMN a DROP NOT NULL"),
        one(
            "ALTER TABLE app.t ALTER \"Mixed\" DROP NOT NULL",
            "ALTER TABLE app.t ALTER COLUMN \"Mixed\" SET NOT NULL"),
        one("ALTER TABLE u RENAME a TO \"B c\"", "ALTER TABLE u RENAME COLUMN \"B c\" TO a"),
        one("ALTER TABLE app.t RENAME TO s", "ALTER TABLE app.s RENAME TO t"),
        one(
            "ALTER TABLE app.t RENAME CONSTRAINT old_check TO new_check",
            "ALTER TABLE app.t RENAME CONSTRAINT new_check TO old_check"),
        one("ALTER INDEX u_a RENAME TO u_a_idx", "ALTER INDEX u_a_idx RENAME TO u_a"),
        one("ALTER TYPE mood RENAME TO feeling", "ALTER TYPE feeling RENAME TO mood"),
        one(
            "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'",
            "ALTER TYPE mood RENAME VALUE 'fine' TO 'ok'"),
        one(
            "ALTER TYPE pair RENAME ATTRIBUTE a TO c CASCADE",
            "ALTER TYPE pair RENAME ATTRIBUTE c TO a CASCADE"),
        one(
            "ALTER DOMAIN short RENAME CONSTRAINT old_length TO length",
            "ALTER DOMAIN short RENAME CONSTRAINT length TO old_length"),
        one("ALTER SCHEMA app RENAME TO portal", "ALTER SCHEMA portal RENAME TO app"),
        one("ALTER VIEW v RENAME COLUMN id TO n", "ALTER VIEW v RENAME COLUMN n TO id"),
        one(
            "ALTER FUNCTION twice(int) RENAME TO double_it",
            "ALTER FUNCTION double_it(int) RENAME TO twice"),
        one(
            "ALTER TRIGGER touch_u ON u RENAME TO touch",
            "ALTER TRIGGER touch ON u RENAME TO touch_u"),
        one(
            "ALTER TABLE u ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY",
            "ALTER TABLE u NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY"),
        one("ALTER TABLE u DISABLE TRIGGER touch_u", "ALTER TABLE u ENABLE TRIGGER touch_u"),
        one("ALTER TABLE heir INHERIT base", "ALTER TABLE heir NO INHERIT base"),
        one(
            "ALTER TABLE parted ATTACH PARTITION part FOR VALUES FROM (1) TO (9)",
            "ALTER TABLE parted DETACH PARTITION part"),
        one("CREATE VIEW w AS SELECT 1 AS a", "DROP VIEW w"),
        new Example(
            "CREATE MATERIALIZED VIEW mv AS SELECT id FROM u;\nCREATE UNIQUE INDEX ON mv (id);\n"
                + "REFRESH MATERIALIZED VIEW mv;",
            "DROP MATERIALIZED VIEW mv;\n"),
        one(
            "CREATE FUNCTION f(n int, OUT m text, VARIADIC o int[]) LANGUAGE sql AS 'SELECT '''''",
            "DROP FUNCTION f(int, int[])"),
        one(
            "CREATE PROCEDURE p(INOUT n int) LANGUAGE sql AS 'SELECT 1'",
            "DROP PROCEDURE p(INOUT int)"),
        one(
            "CREATE AGGREGATE total (int) (SFUNC = int4pl, STYPE = int)",
            "DROP AGGREGATE total(int)"),
        one("CREATE TYPE color AS ENUM ('red')", "DROP TYPE color"),
        one("CREATE DOMAIN email AS text CHECK (VALUE ~ '@')", "DROP DOMAIN email"),
        one("CREATE SEQUENCE app.s", "DROP SEQUENCE app.s"),
        one("CREATE SCHEMA other", "DROP SCHEMA other"),
        one("CREATE EXTENSION pg_trgm", "DROP EXTENSION pg_trgm"),
        one("CREATE STATISTICS st ON a, b FROM u", "DROP STATISTICS st"),
        one("CREATE TRIGGER x AFTER INSERT ON u EXECUTE FUNCTION touch()", "DROP TRIGGER x ON u"),
        one("CREATE POLICY own ON app.t USING (true)", "DROP POLICY own ON app.t"),
        one("CREATE RULE r AS ON DELETE TO u DO INSTEAD NOTHING", "DROP RULE r ON u"),
        new Example(
            """
            SET LOCAL lock_timeout = '5s';
            CREATE TYPE state AS ENUM ('new');
            CREATE TABLE job (id int PRIMARY KEY, state state, u int);
            COMMENT ON TABLE job IS 'x';
            COMMENT ON COLUMN job.state IS 'y';
            CREATE FUNCTION job_touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER job_touch BEFORE UPDATE ON job FOR EACH ROW EXECUTE FUNCTION job_touch();
            CREATE INDEX ON job (u);
            ALTER TABLE job ADD FOREIGN KEY (u) REFERENCES u (id);
            ALTER TYPE state ADD VALUE 'done';
            GRANT SELECT ON job TO reader;
            INSERT INTO job VALUES (1);
            ANALYZE job;
            """,
            "DROP TABLE job;\nDROP TYPE state;\nDROP FUNCTION job_touch();\n"),
        new Example(
            "ALTER TABLE u ADD COLUMN c int;\nCOMMENT ON COLUMN u.c IS 'x';\n"
                + "ALTER TABLE u ALTER c SET DEFAULT 1, ALTER c SET NOT NULL;\nCREATE INDEX ON u (c);",
            "DROP INDEX u_c_idx;\nALTER TABLE u DROP COLUMN c;\n"),
        new Example(
            "CREATE TABLE a (id int);\nALTER TABLE a RENAME TO z;\nCREATE INDEX ON z (id);",
            "ALTER TABLE z RENAME TO a;\nDROP TABLE a;\n"),
        new Example(
            "CREATE TABLE a (id int);\nCREATE SEQUENCE a_seq OWNED BY a.id;\n"
                + "ALTER TABLE a ALTER id SET DEFAULT nextval('a_seq');",
            "DROP TABLE a;\n"),
        new Example(
            "SET search_path = app;\nCREATE TABLE inside (id int);",
            "SET search_path = app;\nDROP TABLE inside;\n"),
        one(
            "CREATE INDEX ON a_table_whose_name_is_nearly_as_long_as_one_can_be"
                + " (a_column_whose_name_is_long_too)",
            "DROP INDEX a_table_whose_name_is_nearly__a_column_whose_name_is_long_t_idx"));
  }

  private static Example one(String up, String down) {
    return new Example(up + ";", down + ";\n");
  }
}
