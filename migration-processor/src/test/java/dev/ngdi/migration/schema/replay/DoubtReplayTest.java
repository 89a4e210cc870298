package dev.ngdi.migration.schema.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What follows something that cannot be read raises no problem. */
final class DoubtReplayTest {
  private static final String ANYTHING =
      "DO $$ DECLARE change text := lower('…'); BEGIN EXECUTE change; END $$";

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
}
