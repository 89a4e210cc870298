package dev.ngdi.migration.schema.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.sql.Script;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What no way back can bring back is said. */
@Tag("fast")
class LossesTest {
  private static final Schema BEFORE =
      Course.of(
              Schema.empty(18).closed(),
              Script.parse(
                  """
                  CREATE TYPE mood AS ENUM ('sad');
                  CREATE TABLE t (id int, price numeric(10, 2), name varchar(10), m mood);
                  """))
          .end();

  private static List<String> losses(String up) {
    return Losses.of(Course.of(BEFORE, Script.parse(up)));
  }

  @Test
  void whatIsDroppedIsLost() {
    assertThat(losses("DROP TABLE t")).containsExactly("the rows of `t`");
    assertThat(losses("ALTER TABLE t DROP COLUMN price"))
        .containsExactly("what column `t.price` held");
  }

  @Test
  void aNarrowerTypeLosesWhatDoesNotFit() {
    assertThat(losses("ALTER TABLE t ALTER price TYPE int"))
        .containsExactly("what of column `t.price` does not fit into `integer`");
    assertThat(losses("ALTER TABLE t ALTER id TYPE bigint, ALTER name TYPE text")).isEmpty();
    assertThat(losses("ALTER TABLE t ALTER name TYPE varchar(20)")).isEmpty();
    assertThat(losses("ALTER TABLE t ALTER name TYPE varchar(9)")).hasSize(1);
  }

  @Test
  void rowsThatChangeAreNotAsBefore() {
    assertThat(losses("UPDATE t SET id = 1; DELETE FROM t; TRUNCATE t; INSERT INTO t VALUES (1)"))
        .containsExactly(
            "what rows of `t` held before `UPDATE`",
            "the rows of `t` that `DELETE` takes away",
            "the rows of `t` that `TRUNCATE` takes away");
    assertThat(losses("CREATE TABLE n (id int); DELETE FROM n")).isEmpty();
  }

  @Test
  void aNewValueOfAnEnumCanBeInUseByThen() {
    assertThat(losses("ALTER TYPE mood ADD VALUE 'ok'"))
        .containsExactly("rows that have come to hold `ok` of `mood`");
  }

  @Test
  void whatIsOnlyAddedLosesNothing() {
    assertThat(losses("ALTER TABLE t ADD c int; CREATE INDEX ON t (id)")).isEmpty();
  }
}
