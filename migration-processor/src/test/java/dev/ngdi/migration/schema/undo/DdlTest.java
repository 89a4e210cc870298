package dev.ngdi.migration.schema.undo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a schema holds is written as statements that make it. */
@Tag("fast")
class DdlTest {
  @Test
  void itMakesEachObjectBehindWhatItNeeds() {
    assertThat(Ddl.all(HandMade.schema()))
        .containsExactly(
            "CREATE SEQUENCE app_user_id_seq AS integer CACHE 5",
            "CREATE TYPE mood AS ENUM ('sad', 'it''s ok')",
            "CREATE DOMAIN short AS character varying(9) COLLATE \"C\" DEFAULT 'x' NOT NULL",
            "CREATE TABLE team (id integer NOT NULL, CONSTRAINT team_pkey PRIMARY KEY (id))",
            "CREATE TABLE app_user (id integer DEFAULT nextval('app_user_id_seq') NOT NULL,"
                + " \"Team\" integer, mood mood,"
                + " CONSTRAINT app_user_pkey PRIMARY KEY (id),"
                + " CONSTRAINT app_user_id_check CHECK (id > 0))",
            "ALTER TABLE app_user ENABLE ROW LEVEL SECURITY",
            "GRANT SELECT ON app_user TO PUBLIC",
            "COMMENT ON COLUMN app_user.\"Team\" IS 'of which team'",
            "ALTER SEQUENCE app_user_id_seq OWNED BY app_user.id",
            "CREATE INDEX app_user_team_idx ON app_user (\"Team\")",
            "ALTER TABLE app_user ADD CONSTRAINT \"app_user_Team_fkey\" FOREIGN KEY (\"Team\")"
                + " REFERENCES team (id) ON DELETE CASCADE NOT VALID",
            "CREATE VIEW teams AS SELECT id FROM team",
            "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$\n"
                + "BEGIN RETURN NEW; END\n$$",
            "CREATE TRIGGER touch_user BEFORE UPDATE OF \"Team\" ON app_user FOR EACH ROW"
                + " EXECUTE FUNCTION touch()",
            "ALTER TABLE app_user DISABLE TRIGGER touch_user",
            "CREATE POLICY own ON app_user FOR SELECT USING (id > 0)");
  }
}
