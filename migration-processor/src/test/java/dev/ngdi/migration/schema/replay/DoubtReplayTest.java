package dev.ngdi.migration.schema.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.sql.QualifiedName;
import org.junit.jupiter.api.Test;

/** What follows something that cannot be read raises no problem. */
final class DoubtReplayTest {
  private static final String ANYTHING =
      "DO $$ DECLARE change text := current_setting('app.change'); BEGIN EXECUTE change; END $$";

  @Test
  void aPredicateCanNameAColumnThatDynamicSqlCanHaveAdded() {
    Replayed replayed =
        Replayed.of(
            "CREATE TABLE parcel (id int)",
            ANYTHING,
            "CREATE INDEX ON parcel (id) WHERE sent_at IS NULL",
            "ALTER TABLE parcel ADD CHECK (weight > 0)");

    assertThat(replayed.problems()).isEmpty();
  }

  @Test
  void dynamicSqlCanHaveDroppedThePrimaryKey() {
    Replayed replayed =
        Replayed.of(
            "CREATE TABLE parcel (id int PRIMARY KEY, code text)",
            ANYTHING,
            "ALTER TABLE parcel ADD PRIMARY KEY (code)");

    assertThat(replayed.problems()).isEmpty();
  }

  @Test
  void whatIsMadeLaterIsKnown() {
    Replayed replayed =
        Replayed.of(
            ANYTHING,
            "CREATE TABLE parcel (id int, CONSTRAINT parcel_key UNIQUE (id))",
            "ALTER TABLE parcel DROP COLUMN weight",
            "ALTER TABLE parcel DROP CONSTRAINT parcel_pkey");

    assertThat(replayed.codes()).containsExactly("42703", "42704");
    assertThat(replayed.unproven()).containsOnly("what a `DO` block changes");
  }

  @Test
  void whatIsTakenAwayLaterIsNotThere() {
    Replayed replayed =
        Replayed.of(
            "CREATE TABLE parcel (id int)",
            ANYTHING,
            "DROP TABLE parcel",
            "CREATE INDEX ON parcel (id)");

    assertThat(replayed.codes()).containsExactly("42P01");
  }

  @Test
  void whatMayBeThereIsNotKnownToBeMade() {
    Replayed replayed =
        Replayed.of(
            ANYTHING,
            "CREATE TABLE IF NOT EXISTS parcel (id int)",
            "ALTER TABLE parcel DROP COLUMN weight");

    assertThat(replayed.problems()).isEmpty();
  }

  @Test
  void aNameThatIsChosenCanHaveBeenTaken() {
    Replayed replayed =
        Replayed.of(
            ANYTHING,
            "CREATE TABLE parcel (id int PRIMARY KEY)",
            "ALTER TABLE parcel DROP CONSTRAINT parcel_pkey1");

    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.schema().index(QualifiedName.of("parcel_pkey")).sure()).isFalse();
  }

  @Test
  void whatNeedsSomethingCanHaveBeenDropped() {
    Replayed replayed =
        Replayed.of(
            "CREATE TABLE parcel (id int)",
            "CREATE VIEW heavy AS SELECT id FROM parcel",
            ANYTHING,
            "DROP TABLE parcel");

    assertThat(replayed.problems()).isEmpty();
  }

  @Test
  void aConstraintOfAnIndexThatIsNotKnownIsThere() {
    Replayed replayed =
        Replayed.of(
            "CREATE TABLE shelf (id int NOT NULL, CONSTRAINT shelf_pkey PRIMARY KEY (id))",
            "DO $$ BEGIN EXECUTE 'CREATE UNIQUE INDEX shelf_' || current_user || ' ON shelf (id)';"
                + " END $$",
            "ALTER TABLE shelf DROP CONSTRAINT shelf_pkey",
            "ALTER TABLE shelf ADD CONSTRAINT shelf_pkey PRIMARY KEY USING INDEX shelf_postgres",
            "ALTER TABLE shelf DROP CONSTRAINT shelf_pkey");

    assertThat(replayed.problems()).isEmpty();
    assertThat(replayed.unproven()).contains("what the index `shelf_postgres` is");
  }
}
