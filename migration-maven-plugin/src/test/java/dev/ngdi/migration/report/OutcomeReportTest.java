package dev.ngdi.migration.report;

import static dev.ngdi.migration.engine.Fixtures.applied;
import static dev.ngdi.migration.engine.Fixtures.appliedOtherwise;
import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Failure.Effect;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Outcome.Done;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Planner;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.Sql;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OutcomeReportTest {
  private static final Manifest THREE = manifest(table(1), table(2), table(3));
  private static final Plan DEPLOY =
      Planner.deploy(THREE, List.of(), Map.of(), DeployRequest.PLAIN);
  private static final String NEXT = "type `mvn db:status`";

  @Test
  void saysWhatWasAppliedAndHowLongItTook() {
    assertThat(
            text(
                new Outcome(
                    DEPLOY,
                    List.of(new Done(id(1), 12), new Done(id(2), 3_456), new Done(id(3), 125_000)),
                    Optional.empty())))
        .isEqualTo("3 migrations are applied in 2 min 8 s: type `mvn db:status`");
  }

  @Test
  void saysWhatWasTakenBack() {
    Plan down =
        Planner.down(
            THREE,
            List.of(applied(table(1)), applied(table(2))),
            Map.of(),
            new DownRequest.Steps(1));

    assertThat(text(new Outcome(down, List.of(new Done(id(2), 7)), Optional.empty())))
        .isEqualTo("1 migration is taken back in 7 ms: type `mvn db:status`");
  }

  @Test
  void saysThatNothingWasToBeDone() {
    Plan plan =
        Planner.deploy(
            manifest(table(1)), List.of(applied(table(1))), Map.of(), DeployRequest.PLAIN);

    assertThat(text(new Outcome(plan, List.of(), Optional.empty())))
        .isEqualTo("the database is up to date: nothing was to be done");
  }

  @Test
  void saysThatAResetDroppedEverything() {
    Plan reset =
        Planner.deploy(manifest(table(1)), List.of(), Map.of(), DeployRequest.PLAIN).clearing();

    assertThat(text(new Outcome(reset, List.of(new Done(id(1), 5)), Optional.empty())))
        .isEqualTo(
            """
            everything in the schema was dropped first
            1 migration is applied in 5 ms: type `mvn db:status`""");
  }

  @Test
  void listsWhyItWasRefused() {
    Plan plan =
        Planner.deploy(
            manifest(table(1)), List.of(appliedOtherwise(table(1))), Map.of(), DeployRequest.PLAIN);
    OutcomeReport report =
        new OutcomeReport(new Outcome(plan, List.of(), Optional.empty()), "mvn db:deploy", NEXT);

    assertThat(report.ending()).isEqualTo(Report.Ending.REFUSED);
    assertThat(report.lines()).first().isEqualTo("`mvn db:deploy` is refused, because");
    assertThat(report.lines())
        .last()
        .isEqualTo("nothing was changed: see to what is listed, and type `mvn db:deploy` again");
  }

  @Test
  void saysWhatFailedWhereAndWhatIsNowTrue() {
    assertThat(text(failed(Effect.NONE)))
        .isEqualTo(
            """
            `V20261101000002__create_table_two` failed: relation "table_two" already exists
                up:1: CREATE TABLE table_two
                Hint: look for it
                SQLSTATE 42P07
                nothing of it is in the database
            1 migration is applied, 2 are not: remove the cause, and type `mvn db:deploy` again""");
  }

  @Test
  void sendsToThePlanWhereAPartCanBeDone() {
    assertThat(new OutcomeReport(failed(Effect.PARTIAL), "mvn db:deploy", NEXT).lines())
        .endsWith(
            "    it runs outside a transaction: what came before the failing statement is done",
            "1 migration is applied, 2 are not: type `mvn db:plan`, which says how to put it right");
  }

  @Test
  void countsAMigrationOfWhichOnlyTheAnswerWasLost() {
    assertThat(new OutcomeReport(failed(Effect.COMPLETE), "mvn db:deploy", NEXT).lines())
        .last()
        .isEqualTo("2 migrations are applied, 1 is not: type `mvn db:deploy` again to go on");
  }

  @Test
  void tellsMachinesTheSame() {
    assertThat(new OutcomeReport(failed(Effect.NONE), "mvn db:deploy", NEXT).json())
        .isEqualTo(
            JsonParser.parseString(
                """
                {
                  "direction": "up",
                  "refusals": [],
                  "remarks": [],
                  "steps": [
                    {
                      "id": "V20261101000001__create_table_one",
                      "direction": "up",
                      "transactional": true,
                      "state": "done",
                      "milliseconds": 12
                    },
                    {
                      "id": "V20261101000002__create_table_two",
                      "direction": "up",
                      "transactional": true,
                      "state": "failed"
                    },
                    {
                      "id": "V20261101000003__create_table_three",
                      "direction": "up",
                      "transactional": true,
                      "state": "not begun"
                    }
                  ],
                  "failure": {
                    "id": "V20261101000002__create_table_two",
                    "line": 1,
                    "statement": "CREATE TABLE table_two",
                    "sqlState": "42P07",
                    "message": "relation \\"table_two\\" already exists",
                    "effect": "none"
                  }
                }
                """));
  }

  private static Outcome failed(Effect effect) {
    Sql up = table(2).up().orElseThrow();
    return new Outcome(
        DEPLOY,
        List.of(new Done(id(1), 12)),
        Optional.of(
            new Failure(
                id(2),
                Direction.UP,
                Optional.of(up.statements().get(0)),
                Optional.of(1),
                Optional.of("42P07"),
                "relation \"table_two\" already exists",
                "Hint: look for it",
                effect)));
  }

  private static String text(Outcome outcome) {
    return String.join("\n", new OutcomeReport(outcome, "mvn db:deploy", NEXT).lines());
  }
}
