package dev.ngdi.migration.schema.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.sql.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockReplayTest {
  private static final String TABLE = "CREATE TABLE city (id int, name text)";

  @Test
  void whatSurelyRunsIsReplayed() {
    Replayed replayed =
        Replayed.of(
            TABLE,
            "DO $$ DECLARE n int; BEGIN CREATE TYPE mood AS ENUM ('ok');"
                + " EXECUTE 'CREATE TYPE size AS ENUM (''s'')'; RAISE NOTICE 'done'; END $$");
    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.unproven()).isEmpty();
    assertThat(replayed.schema().type(QualifiedName.of("mood")).present()).isTrue();
    assertThat(replayed.schema().type(QualifiedName.of("size")).present()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood') THEN CREATE TYPE mood AS ENUM"
            + " ('ok'); END IF;",
        "IF (SELECT count(*) FROM pg_type WHERE typname = 'mood') = 0 THEN CREATE TYPE mood AS ENUM"
            + " ('ok'); END IF;",
        "IF to_regtype('public.mood') IS NULL THEN EXECUTE 'CREATE TYPE mood AS ENUM (''ok'')'; END"
            + " IF;",
        "BEGIN CREATE TYPE mood AS ENUM ('ok'); EXCEPTION WHEN duplicate_object THEN null; END;",
        "CREATE TYPE mood AS ENUM ('ok'); EXCEPTION WHEN duplicate_object THEN RAISE NOTICE 'is"
            + " there';",
        "CREATE TYPE mood AS ENUM ('ok'); EXCEPTION WHEN OTHERS THEN NULL;",
      })
  void makingWhatIsNotThereYetWorksOnceAndTwice(String body) {
    String block = "DO $$ BEGIN " + body + " END $$";
    Replayed replayed = Replayed.of(TABLE, block, block);
    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.unproven()).isEmpty();
    assertThat(replayed.schema().type(QualifiedName.of("mood")).present()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE city SET name = 'x' WHERE id = some_variable;",
        "PERFORM setval('s', 3); RAISE NOTICE '%', 3;",
        "FOR r IN SELECT * FROM city LOOP UPDATE city SET name = r.name; END LOOP;",
        "SELECT count(*) INTO n FROM city; IF n > 3 THEN RAISE EXCEPTION 'too many'; END IF;",
        "EXECUTE format('GRANT SELECT ON %I TO me', t);",
        "EXECUTE 'UPDATE ' || t || ' SET a = 1';",
        "IF n > 0 THEN INSERT INTO city VALUES (1); ELSE DELETE FROM city; END IF;",
      })
  void rowsAndMessagesChangeNothing(String body) {
    Replayed replayed = Replayed.of(TABLE, "DO $$ BEGIN " + body + " END $$");
    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.unproven()).isEmpty();
    assertThat(replayed.schema().relation(QualifiedName.of("city")).present()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IF current_user = 'me' THEN DROP TABLE city; END IF;",
        "EXECUTE 'ALTER TABLE city ADD COLUMN ' || c || ' int';",
        "FOR r IN SELECT id FROM city LOOP ALTER TABLE city ADD x int; END LOOP;",
        "IF n = 3 THEN RETURN; END IF; DROP TABLE city;",
        "IF EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'city' AND"
            + " column_name = 'id' AND is_updatable = 'YES') THEN ALTER TABLE city ALTER COLUMN id"
            + " TYPE bigint; END IF;",
      })
  void whatMayRunMakesUnsureWhatItNames(String body) {
    Replayed replayed =
        Replayed.of(TABLE, "CREATE TABLE road (id int)", "DO $$ BEGIN " + body + " END $$");
    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.unproven()).isNotEmpty();
    assertThat(replayed.schema().relation(QualifiedName.of("city")).sure()).isFalse();
    assertThat(replayed.schema().relation(QualifiedName.of("road")).present()).isTrue();
  }

  @Test
  void whatNothingIsKnownOfMakesEverythingUnsure() {
    Replayed replayed = Replayed.of(TABLE, "DO $$ BEGIN EXECUTE q; END $$");
    assertThat(replayed.schema().unsureOfEverything()).isTrue();
  }

  @Test
  void functionsAreReadWhenTheyAreCalled() {
    String harmless =
        "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DELETE FROM city; END $$";
    String changing =
        "CREATE FUNCTION g() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE city; END $$";
    assertThat(Replayed.of(TABLE, harmless, "SELECT f()").unproven()).isEmpty();
    Replayed called = Replayed.of(TABLE, changing, "SELECT g()");
    assertThat(called.unproven()).isEmpty();
    assertThat(called.schema().relation(QualifiedName.of("city")).absent()).isTrue();
    assertThat(Replayed.of(TABLE, changing, "SELECT g() FROM city").unproven()).isNotEmpty();
  }

  @Test
  void aCalledProcedureIsReadLikeABlock() {
    Replayed replayed =
        Replayed.of(
            "CREATE PROCEDURE add_note(kind text DEFAULT 'a') LANGUAGE plpgsql AS $$BEGIN CREATE"
                + " TABLE note (id int); CALL index_note(); END$$",
            "CREATE PROCEDURE index_note() LANGUAGE sql AS 'CREATE INDEX note_idx ON note (id)'",
            "CALL add_note(lower('B'))",
            "CREATE TABLE note (id int)");
    assertThat(replayed.unproven()).isEmpty();
    assertThat(replayed.codes()).containsExactly("42P07");
    assertThat(replayed.schema().index(QualifiedName.of("note_idx")).present()).isTrue();
  }

  @Test
  void aProcedureThatCallsItselfIsUnsure() {
    Replayed replayed = Replayed.of("CREATE PROCEDURE p() LANGUAGE sql AS 'CALL p()'", "CALL p()");
    assertThat(replayed.unproven()).isNotEmpty();
  }
}
