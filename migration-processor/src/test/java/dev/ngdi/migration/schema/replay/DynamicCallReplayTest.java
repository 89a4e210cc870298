package dev.ngdi.migration.schema.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A function that runs SQL which it puts together does to its arguments what it says. */
final class DynamicCallReplayTest {
  private static final String STAMP =
      "CREATE FUNCTION stamp(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN "
          + "EXECUTE 'ALTER TABLE ' || t || ' ADD COLUMN made_at timestamptz';"
          + "EXECUTE format('CREATE INDEX %s_made_idx ON %I (made_at)', t, t); END $$";

  private static Replayed after(String... statements) {
    String[] all = new String[statements.length + 3];
    all[0] = "CREATE TABLE crate (id int)";
    all[1] = "CREATE TABLE barrel (id int)";
    all[2] = STAMP;
    System.arraycopy(statements, 0, all, 3, statements.length);
    return Replayed.of(all);
  }

  @Test
  void whatTheArgumentsNameIsChanged() {
    Replayed replayed =
        after(
            "SELECT stamp('crate')",
            "ALTER TABLE crate ALTER COLUMN made_at SET NOT NULL",
            "DROP INDEX crate_made_idx",
            "SELECT stamp(t => 'crate')");

    assertThat(replayed.codes()).containsExactly("42701");
    assertThat(replayed.unproven()).isEmpty();
  }

  @Test
  void theRestIsStillKnown() {
    Replayed replayed = after("SELECT stamp('crate')", "ALTER TABLE barrel DROP COLUMN lid");

    assertThat(replayed.codes()).containsExactly("42703");
  }

  @Test
  void aBlockCanCallIt() {
    Replayed replayed =
        after(
            "DO $$ DECLARE t text := 'crate'; BEGIN PERFORM stamp(t); END $$",
            "CREATE INDEX ON crate (made_at)",
            "ALTER TABLE barrel DROP COLUMN lid");

    assertThat(replayed.codes()).containsExactly("42703");
  }

  @Test
  void whatComesFromRowsCanBeAnything() {
    Replayed replayed =
        after(
            "SELECT stamp(relname) FROM pg_class WHERE relname LIKE 'b%'",
            "ALTER TABLE barrel ALTER COLUMN made_at SET NOT NULL");

    assertThat(replayed.problems()).isEmpty();
  }

  @Test
  void whatAFunctionCallsInTurnCounts() {
    Replayed replayed =
        after(
            "CREATE FUNCTION stamp_all() RETURNS void LANGUAGE plpgsql AS $$ BEGIN "
                + "PERFORM stamp('crate'); PERFORM stamp('barrel'); END $$",
            "SELECT stamp_all()",
            "CREATE INDEX ON barrel (made_at)");

    assertThat(replayed.problems()).isEmpty();
  }

  @Test
  void whatIsDroppedWithCascadeCanBeAnything() {
    Replayed replayed =
        after(
            "CREATE FUNCTION gone(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN "
                + "EXECUTE 'DROP TABLE ' || t || ' CASCADE'; END $$",
            "SELECT gone(current_setting('app.table'))",
            "CREATE TABLE barrel (id int)");

    assertThat(replayed.problems()).isEmpty();
  }
}
