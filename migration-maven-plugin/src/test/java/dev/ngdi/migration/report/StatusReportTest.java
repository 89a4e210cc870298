package dev.ngdi.migration.report;

import static dev.ngdi.migration.engine.Fixtures.applied;
import static dev.ngdi.migration.engine.Fixtures.appliedOtherwise;
import static dev.ngdi.migration.engine.Fixtures.lost;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.ngdi.migration.engine.AppliedMigration;
import dev.ngdi.migration.engine.Planner;
import dev.ngdi.migration.model.Manifest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StatusReportTest {

  @Test
  void listsEveryMigrationAndSaysWhatToType() {
    assertThat(text(manifest(table(1), table(2), table(3)), applied(table(1))))
        .isEqualTo(
            """
              V20261101000001__create_table_one    applied  2026-11-22 10:37:00 UTC  ann@ci  12 ms
              V20261101000002__create_table_two    pending
              V20261101000003__create_table_three  pending

            2 migrations are pending: type `mvn db:deploy` to apply them""");
  }

  @Test
  void saysThatThereIsNothingToDo() {
    assertThat(text(manifest(table(1)), applied(table(1))))
        .isEqualTo(
            """
              V20261101000001__create_table_one  applied  2026-11-22 10:37:00 UTC  ann@ci  12 ms

            the database is up to date: there is nothing to do""");
  }

  @Test
  void explainsWhatIsNotInOrder() {
    assertThat(
            text(
                manifest(table(1), table(2), table(4)),
                appliedOtherwise(table(1)),
                applied(table(3))))
        .isEqualTo(
            """
              V20261101000001__create_table_one    changed  2026-11-22 10:37:00 UTC  ann@ci  12 ms
              V20261101000002__create_table_two    late
              V20261101000003__create_table_three  missing  2026-11-22 10:37:00 UTC  ann@ci  12 ms
              V20261101000004__create_table_four   pending

            `V20261101000001__create_table_one` was edited after it was applied
            `V20261101000002__create_table_two` is older than an applied migration and was never applied
            `V20261101000003__create_table_three` is applied, and the manifest does not have it

            3 migrations are not in order: type `mvn db:plan`, which says what to do about each""");
  }

  @Test
  void showsWhatTheJournalHasOfARowThatIsGone() {
    assertThat(text(manifest(table(1)), lost(table(1))))
        .isEqualTo(
            """
              V20261101000001__create_table_one  lost  2026-11-22 10:37:00 UTC  ann@ci  12 ms

            `V20261101000001__create_table_one` is applied as the journal has it, and its row in the history is gone

            1 migration is not in order: type `mvn db:plan`, which says what to do about each""");
  }

  @Test
  void saysHowToBegin() {
    assertThat(text(manifest()))
        .isEqualTo(
            "there are no migrations: type `mvn db:migrate -Ddb.name=create_<entity>_table` to make"
                + " the first");
  }

  @Test
  void tellsMachinesTheSame() {
    assertThat(report(manifest(table(1), table(2)), applied(table(1))).json())
        .isEqualTo(
            JsonParser.parseString(
                """
                {
                  "pending": 1,
                  "migrations": [
                    {
                      "id": "V20261101000001__create_table_one",
                      "state": "applied",
                      "at": "2026-11-22T10:37:00Z",
                      "by": "ann@ci",
                      "milliseconds": 12,
                      "commit": "1f0c2d3"
                    },
                    {"id": "V20261101000002__create_table_two", "state": "pending"}
                  ]
                }
                """));
  }

  private static String text(Manifest manifest, AppliedMigration... applied) {
    return String.join("\n", report(manifest, applied).lines());
  }

  private static StatusReport report(Manifest manifest, AppliedMigration... applied) {
    return new StatusReport(
        Planner.status(manifest, List.of(applied), Optional.empty()), "mvn db:deploy");
  }
}
