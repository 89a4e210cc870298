package dev.ngdi.migration.report;

import static dev.ngdi.migration.engine.Fixtures.applied;
import static dev.ngdi.migration.engine.Fixtures.appliedOtherwise;
import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.locking;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
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
import dev.ngdi.migration.engine.Preflight;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.engine.TableSize;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class OutcomeReportTest {
  private static final Manifest THREE =
      manifest(
          table(1),
          table(2),
          locking(
              "V20261101000003__change_table_one",
              "ALTER TABLE one ALTER COLUMN id TYPE bigint",
              new RelationEffect(
                  "one", "ACCESS EXCLUSIVE", "reads and writes", true, false, true)));
  private static final Plan DEPLOY =
      Planner.deploy(THREE, List.of(), Map.of(), DeployRequest.PLAIN);
  private static final String NEXT = "type `mvn db:status`";

  @Test
  void saysWhatWasAppliedAndHowLongItTook() {
    assertThat(
            text(
                new Outcome(
                    DEPLOY,
                    List.of(
                        new Done(id(1), 12, 1, 0),
                        new Done(id(2), 3_456, 1, 0),
                        new Done(id(3), 125_000, 1, 0)),
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

    assertThat(text(new Outcome(down, List.of(new Done(id(2), 7, 1, 0)), Optional.empty())))
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

    assertThat(text(new Outcome(reset, List.of(new Done(id(1), 5, 1, 0)), Optional.empty())))
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
                    CREATE TABLE table_two (id int)
                detail: it is there
                hint: look for it
                context: SQL function "make"
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
  void saysOnWhichLineOfItsClassItFailed() {
    assertThat(
            text(failed(Effect.NONE).failedAt("V20261101000002__create_table_two.java:12")).lines())
        .contains("    V20261101000002__create_table_two.java:12: CREATE TABLE table_two");
  }

  @Test
  void saysOnWhichLineOfItsFileItFailed() {
    Sql script = table(2).up().orElseThrow();
    Sql up = new Sql(script.text(), Optional.of("two.sql"), script.statements(), true);
    Plan plan =
        Planner.deploy(
            manifest(table(1), migration(id(2), up)), List.of(), Map.of(), DeployRequest.PLAIN);

    assertThat(text(new Outcome(plan, List.of(), failed(Effect.NONE).failure())).lines())
        .contains("    two.sql:1: CREATE TABLE table_two");
  }

  @Test
  void doesNotRepeatAStatementThatIsTooLongToRead() {
    String text = "INSERT INTO two VALUES ('" + "x".repeat(3_000) + "')";
    StatementSpan insert = new StatementSpan(0, text.length(), 1, "INSERT two");
    Plan plan =
        Planner.deploy(
            manifest(migration(id(2), new Sql(text, Optional.empty(), List.of(insert), true))),
            List.of(),
            Map.of(),
            DeployRequest.PLAIN);
    Failure failure =
        new Failure(
            id(2),
            Direction.UP,
            Optional.of(insert),
            Optional.empty(),
            Optional.of(1),
            Optional.of("22001"),
            "value too long",
            "",
            Effect.NONE);

    assertThat(text(new Outcome(plan, List.of(), Optional.of(failure))))
        .isEqualTo(
            """
            `V20261101000002__create_table_two` failed: value too long
                up:1: INSERT two
                SQLSTATE 22001
                nothing of it is in the database
            0 migrations are applied, 1 is not: remove the cause, and type `mvn db:deploy` again""");
  }

  @Test
  void saysOfCodeOnWhichLineItThrew() {
    Failure failure =
        new Failure(
            id(2),
            Direction.UP,
            Optional.empty(),
            Optional.of("V20261101000002__create_table_two.java:31"),
            Optional.empty(),
            Optional.empty(),
            "IllegalStateException: 3 rows are left",
            "",
            Effect.NONE);

    assertThat(text(new Outcome(DEPLOY, List.of(), Optional.of(failure))))
        .isEqualTo(
            """
            `V20261101000002__create_table_two` failed: IllegalStateException: 3 rows are left
                V20261101000002__create_table_two.java:31
                nothing of it is in the database
            0 migrations are applied, 3 are not: remove the cause, and type `mvn db:deploy` again""");
  }

  @Test
  void saysWhatShouldBeKnownBeforeWhyItWasRefused() {
    Plan plan =
        DEPLOY.with(
            new Preflight(
                List.of(Refusal.of("server-standby", "it is a standby", "connect elsewhere")),
                List.of("a transaction is open since noon"),
                Map.of()));

    assertThat(text(new Outcome(plan, List.of(), Optional.empty())))
        .isEqualTo(
            """
            a transaction is open since noon
            `mvn db:deploy` is refused, because
              [server-standby] it is a standby
                  connect elsewhere
            nothing was changed: see to what is listed, and type `mvn db:deploy` again""");
  }

  @Test
  void tellsMachinesTheSame() {
    Outcome outcome =
        new Outcome(
            DEPLOY.with(
                new Preflight(
                    List.of(),
                    List.of("a transaction is open since noon"),
                    Map.of("one", Optional.of(new TableSize(1_200_000, 340_000_000))))),
            List.of(new Done(id(1), 2_012, 3, 1_900)),
            failed(Effect.NONE).failedAt("V20261101000002__create_table_two.java:12").failure());

    assertThat(new OutcomeReport(outcome, "mvn db:deploy", NEXT).json())
        .isEqualTo(
            JsonParser.parseString(
                """
                {
                  "direction": "up",
                  "refusals": [],
                  "remarks": ["a transaction is open since noon"],
                  "steps": [
                    {
                      "id": "V20261101000001__create_table_one",
                      "direction": "up",
                      "transactional": true,
                      "type": "schema",
                      "reversibility": "exact",
                      "sha256": "%s",
                      "locks": [],
                      "state": "done",
                      "milliseconds": 2012,
                      "tries": 3,
                      "waitedMilliseconds": 1900
                    },
                    {
                      "id": "V20261101000002__create_table_two",
                      "direction": "up",
                      "transactional": true,
                      "type": "schema",
                      "reversibility": "exact",
                      "sha256": "%s",
                      "locks": [],
                      "state": "failed"
                    },
                    {
                      "id": "V20261101000003__change_table_one",
                      "direction": "up",
                      "transactional": true,
                      "type": "schema",
                      "reversibility": "exact",
                      "sha256": "%s",
                      "locks": [
                        {
                          "line": 1,
                          "relation": "one",
                          "lock": "ACCESS EXCLUSIVE",
                          "blocks": "reads and writes",
                          "rewritten": true,
                          "scanned": false,
                          "indexesRebuilt": true,
                          "rows": 1200000,
                          "bytes": 340000000
                        }
                      ],
                      "state": "not begun"
                    }
                  ],
                  "failure": {
                    "id": "V20261101000002__create_table_two",
                    "place": "V20261101000002__create_table_two.java:12",
                    "line": 1,
                    "statement": "CREATE TABLE table_two",
                    "sqlState": "42P07",
                    "message": "relation \\"table_two\\" already exists",
                    "detail": "detail: it is there\\nhint: look for it\\ncontext: SQL function \\"make\\"",
                    "effect": "none"
                  }
                }
                """
                    .formatted(
                        THREE.migrations().get(0).sha256(),
                        THREE.migrations().get(1).sha256(),
                        THREE.migrations().get(2).sha256())));
  }

  private static Outcome failed(Effect effect) {
    Sql up = table(2).up().orElseThrow();
    return new Outcome(
        DEPLOY,
        List.of(new Done(id(1), 12, 1, 0)),
        Optional.of(
            new Failure(
                id(2),
                Direction.UP,
                Optional.of(up.statements().get(0)),
                Optional.empty(),
                Optional.of(1),
                Optional.of("42P07"),
                "relation \"table_two\" already exists",
                "detail: it is there\nhint: look for it\ncontext: SQL function \"make\"",
                effect)));
  }

  private static String text(Outcome outcome) {
    return String.join("\n", new OutcomeReport(outcome, "mvn db:deploy", NEXT).lines());
  }
}
