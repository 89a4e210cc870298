package dev.ngdi.migration.report;

import static dev.ngdi.migration.engine.Fixtures.applied;
import static dev.ngdi.migration.engine.Fixtures.appliedOtherwise;
import static dev.ngdi.migration.engine.Fixtures.code;
import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.irreversible;
import static dev.ngdi.migration.engine.Fixtures.locking;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.migration;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.reversibility;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.ngdi.migration.engine.AppliedMigration;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Planner;
import dev.ngdi.migration.engine.Preflight;
import dev.ngdi.migration.engine.TableSize;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Digest;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.Reversibility.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PlanReportTest {
  private static final DeclaredMigration INDEX =
      outside(
          "V20261101000002__add_table_one_index",
          "CREATE INDEX CONCURRENTLY table_one_idx\n    ON table_one (id)",
          "DROP INDEX CONCURRENTLY table_one_idx");

  private static final DeclaredMigration LOCKING =
      locking(
          "V20261101000005__change_one_id_type",
          "ALTER TABLE one ALTER COLUMN id TYPE bigint",
          new RelationEffect("one", "ACCESS EXCLUSIVE", "reads and writes", true, false, true),
          new RelationEffect("two", "SHARE ROW EXCLUSIVE", "writes", false, false, false),
          new RelationEffect("three", "ROW SHARE", "nothing", false, false, false));

  @Test
  void showsEveryStepWithItsStatements() {
    assertThat(
            text(manifest(table(1), INDEX, irreversible(table(3), "the rows are gone"), code(4))))
        .isEqualTo(
            """
            1. V20261101000001__create_table_one: schema, in a transaction, reversible
                 Needed.
                 up:1
                     CREATE TABLE table_one (id int)
            2. V20261101000002__add_table_one_index: schema, without a transaction, reversible
                 Needed.
                 up:1
                     CREATE INDEX CONCURRENTLY table_one_idx
                         ON table_one (id)
            3. V20261101000003__create_table_three: schema, in a transaction, irreversible
                 Needed.
                 irreversible: the rows are gone
                 up:1
                     CREATE TABLE table_three (id int)
            4. V20261101000004__create_table_four: data, in a transaction, reversible
                 Needed.
                 up: Java code
            nothing was changed: type `mvn db:deploy` to apply these 4 migrations""");
  }

  @Test
  void listsAllThatStandsInTheWay() {
    PlanReport report =
        report(manifest(table(1), table(2)), appliedOtherwise(table(1)), applied(table(3)));

    assertThat(report.ending()).isEqualTo(Report.Ending.REFUSED);
    assertThat(String.join("\n", report.lines()))
        .isEqualTo(
            """
            1. V20261101000002__create_table_two: schema, in a transaction, reversible
                 Needed.
                 up:1
                     CREATE TABLE table_two (id int)
            `mvn db:deploy` would refuse, because
              [migration-changed] `V20261101000001__create_table_one` was edited after it was applied: \
            its SHA-256 begins %s here and %s in the database
                  write it again as it was applied, and make the change in a new migration
              [migration-late] `V20261101000002__create_table_two` is older than \
            `V20261101000003__create_table_three`, which is applied, and was never applied
                  give it a newer version, or apply it all the same with `-Ddb.outOfOrder`
              [database-ahead] the database is ahead: `V20261101000003__create_table_three` is applied, \
            and is newer than everything in the manifest
                  deploy the release that has it, take it back with `mvn db:down`, or allow it with \
            `-Ddb.allowMissing=<why>`
            nothing was changed: see to what is listed, and type `mvn db:plan` again"""
                .formatted(
                    table(1).sha256().substring(0, 12),
                    appliedOtherwise(table(1)).sha256().orElseThrow().substring(0, 12)));
  }

  @Test
  void saysThatNothingWouldChange() {
    assertThat(text(manifest(table(1)), applied(table(1))))
        .isEqualTo("nothing would change: the database is up to date");
  }

  @Test
  void countsTheStatementsOfALongScriptInsteadOfShowingThem() {
    String sql = "INSERT INTO keyword VALUES (1);\n".repeat(500);

    assertThat(text(manifest(migration(id(1), sql, "DELETE FROM keyword"))))
        .isEqualTo(
            """
            1. V20261101000001__create_table_one: schema, in a transaction, reversible
                 Needed.
                 up: 500 statements, SHA-256 %s
            nothing was changed: type `mvn db:deploy` to apply this migration"""
                .formatted(Digest.sha256(sql)));
  }

  @Test
  void tellsMachinesTheSame() {
    assertThat(report(manifest(table(1))).json())
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
                      "type": "schema",
                      "reversibility": "exact",
                      "sha256": "%s",
                      "locks": []
                    }
                  ]
                }
                """
                    .formatted(table(1).sha256())));
  }

  @Test
  void saysOfEachStatementWhomItBlocks() {
    PlanReport report = report(manifest(LOCKING));

    assertThat(report.lines())
        .containsSubsequence(
            "         ALTER TABLE one ALTER COLUMN id TYPE bigint",
            "       blocks reads and writes of one while it is rewritten (ACCESS EXCLUSIVE)",
            "       blocks writes of two, shortly (SHARE ROW EXCLUSIVE)",
            "nothing was changed: type `mvn db:deploy` to apply this migration");
    assertThat(report.json().getAsJsonArray("steps").get(0).getAsJsonObject().get("locks"))
        .isEqualTo(
            JsonParser.parseString(
                """
                [
                  {"line": 1, "relation": "one", "lock": "ACCESS EXCLUSIVE",
                   "blocks": "reads and writes", "rewritten": true, "scanned": false,
                   "indexesRebuilt": true},
                  {"line": 1, "relation": "two", "lock": "SHARE ROW EXCLUSIVE",
                   "blocks": "writes", "rewritten": false, "scanned": false,
                   "indexesRebuilt": false},
                  {"line": 1, "relation": "three", "lock": "ROW SHARE",
                   "blocks": "nothing", "rewritten": false, "scanned": false,
                   "indexesRebuilt": false}
                ]
                """));
  }

  @Test
  void saysOnHowMuchItWorksAndWhatDoesNotComeBack() {
    Plan plan =
        Planner.deploy(
                manifest(reversibility(LOCKING, Kind.LOSSY)),
                List.of(),
                Map.of(),
                DeployRequest.PLAIN)
            .with(
                new Preflight(
                    List.of(),
                    List.of(),
                    Map.of(
                        "one", Optional.of(new TableSize(1_234_567, 356_515_840)),
                        "two", Optional.empty(),
                        "three", Optional.of(new TableSize(12, 8_192)))));
    PlanReport report = new PlanReport(plan, "mvn db:deploy");

    assertThat(report.lines())
        .containsSubsequence(
            "1. V20261101000005__change_one_id_type: schema, in a transaction, lossy",
            "     lossy: the names do not come back",
            "       blocks reads and writes of one while it is rewritten (ACCESS EXCLUSIVE), about"
                + " 1.2 million rows, 340 MB",
            "       blocks writes of two, shortly (SHARE ROW EXCLUSIVE), size unknown",
            "       works on three (ROW SHARE), about 12 rows, 8 kB");
    assertThat(
            report.json().getAsJsonArray("steps").get(0).getAsJsonObject().getAsJsonArray("locks"))
        .extracting(lock -> lock.getAsJsonObject().get("bytes"))
        .containsExactly(new JsonPrimitive(356_515_840L), null, new JsonPrimitive(8_192L));
  }

  private static String text(Manifest manifest, AppliedMigration... applied) {
    return String.join("\n", report(manifest, applied).lines());
  }

  private static PlanReport report(Manifest manifest, AppliedMigration... applied) {
    return new PlanReport(
        Planner.deploy(manifest, List.of(applied), Map.of(), DeployRequest.PLAIN), "mvn db:deploy");
  }
}
