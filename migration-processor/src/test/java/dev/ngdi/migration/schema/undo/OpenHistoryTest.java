package dev.ngdi.migration.schema.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.sql.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script uses was there before: its way back takes away what the script made, no more. */
class OpenHistoryTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          CREATE INDEX i ON d (a)                          | DROP INDEX i
          ALTER TABLE d ALTER a SET NOT NULL               | ALTER TABLE d ALTER COLUMN a DROP NOT NULL
          ALTER TABLE d RENAME COLUMN a TO b               | ALTER TABLE d RENAME COLUMN b TO a
          ALTER TABLE d ALTER a SET DEFAULT 1              | ALTER TABLE d ALTER COLUMN a DROP DEFAULT
          ALTER TABLE d ADD CONSTRAINT c CHECK (a > 0)     | ALTER TABLE d DROP CONSTRAINT c
          ALTER TABLE d ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES e (b) | ALTER TABLE d DROP CONSTRAINT f
          COMMENT ON COLUMN d.a IS 'x'                     | COMMENT ON COLUMN d.a IS NULL
          CREATE VIEW v AS SELECT a FROM d                 | DROP VIEW v
          ALTER TABLE d ADD COLUMN a int; CREATE INDEX i ON d (a, b) | ALTER TABLE d DROP COLUMN a
          ALTER TABLE d RENAME TO e; CREATE INDEX i ON e (a) | ~DROP INDEX i; ALTER TABLE e RENAME TO d~
          CREATE INDEX i ON d (a); ALTER TABLE d RENAME COLUMN a TO b | ~DROP INDEX i; ALTER TABLE d RENAME COLUMN b TO a~
          ALTER TABLE d ALTER a TYPE bigint                | ~~
          ALTER TABLE d DROP COLUMN a                      | ~~
          UPDATE d SET a = 1 WHERE b = 2                   | ~~
          """)
  void theWayBackLeavesWhatWasThere(String up, String back) {
    Course course = Course.of(Schema.empty(18), Script.parse(up));

    assertThat(String.join("; ", Restore.of(course.start(), course.end()))).isEqualTo(back);
  }

  @ParameterizedTest
  @CsvSource({
    "ALTER TABLE d ALTER a SET NOT NULL, ALTER TABLE d ALTER a DROP NOT NULL",
    "CREATE INDEX i ON d (a), DROP INDEX i",
    "ALTER TABLE d RENAME COLUMN a TO b, ALTER TABLE d RENAME COLUMN b TO a"
  })
  void whatIsTakenBackDiffersInNothing(String up, String down) {
    Course course = Course.of(Schema.empty(18), Script.parse(up));
    Course back = Course.of(course.end(), Script.parse(down));

    assertThat(SchemaDiff.between(course.start(), back.end())).noneMatch(Difference::certain);
  }
}
