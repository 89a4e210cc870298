package dev.ngdi.migration.engine;

import static dev.ngdi.migration.engine.Fixtures.applied;
import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.AppliedMigration.Result;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is planned for an attempt outside a transaction that did not come to its end. */
class UnsettledPlanTest {
  private static final DeclaredMigration CONCURRENT =
      outside(id(2), "CREATE INDEX CONCURRENTLY a ON table_one (id)", "DROP INDEX CONCURRENTLY a");

  private static final DeclaredMigration TWO_INDEXES =
      outside(
          id(2),
          "CREATE INDEX CONCURRENTLY a ON table_one (id);\n"
              + "CREATE INDEX CONCURRENTLY b ON table_one (id)",
          "DROP INDEX CONCURRENTLY b;\nDROP INDEX CONCURRENTLY a");

  @Test
  void whatCannotBeSeenIsLeftToThePersonWhoLooks() {
    Plan up =
        Planner.deploy(
            manifest(CONCURRENT),
            List.of(applied(CONCURRENT, Result.FAILED, Direction.UP, Optional.of(1))),
            Map.of(),
            DeployRequest.PLAIN);
    Plan down =
        Planner.deploy(
            manifest(CONCURRENT),
            List.of(applied(CONCURRENT, Result.FAILED, Direction.DOWN, Optional.of(1))),
            Map.of(),
            DeployRequest.PLAIN);

    assertThat(PlannerTest.messages(up))
        .containsExactly(
            "`V20261101000002__create_table_two` failed while it was applied outside a transaction;"
                + " the last statement begun is number 1, `CREATE INDEX CONCURRENTLY` in line 1"
                + resolving("done"));
    assertThat(PlannerTest.messages(down))
        .containsExactly(
            "`V20261101000002__create_table_two` failed while it was taken back outside a"
                + " transaction; the last statement begun is number 1, `DROP INDEX CONCURRENTLY` in"
                + " line 1"
                + resolving("taken back"));
  }

  /** A row: which way it went, how it ended, at which statement, what is seen; what follows. */
  @ParameterizedTest
  @CsvSource({
    "UP, UNFINISHED, 1, AGAIN, goes on at 1, migration-unknown",
    "UP, UNFINISHED, 1, DONE, goes on at 2, migration-unknown",
    "UP, UNFINISHED, 2, DONE, goes on at 3, migration-unknown",
    "UP, UNFINISHED, 3, DONE, goes on at 3, migration-unknown",
    "UP, UNFINISHED, 2, OPEN, migration-unknown, migration-unknown",
    "UP, FAILED, 2, AGAIN, goes on at 2, migration-failed",
    "UP, FAILED, 2, OPEN, migration-failed, migration-failed",
    "DOWN, UNFINISHED, 1, AGAIN, migration-unknown, goes on at 1",
    "DOWN, UNFINISHED, 2, DONE, migration-unknown, goes on at 3",
    "DOWN, FAILED, 2, AGAIN, migration-failed, goes on at 2",
    "DOWN, FAILED, 2, OPEN, migration-failed, migration-failed"
  })
  void anAttemptWithoutAnEndGoesOnWhereThatIsSafe(
      Direction direction,
      Result result,
      int statement,
      Evidence.Kind seen,
      String deploy,
      String down) {
    Manifest manifest = manifest(table(1), TWO_INDEXES);
    List<AppliedMigration> applied =
        List.of(applied(table(1)), applied(TWO_INDEXES, result, direction, Optional.of(statement)));
    Map<Long, Evidence> evidence = Map.of(42L, new Evidence(seen, "it was seen", List.of()));

    assertThat(goingOn(Planner.deploy(manifest, applied, evidence, DeployRequest.PLAIN)))
        .isEqualTo(deploy);
    assertThat(goingOn(Planner.down(manifest, applied, evidence, new DownRequest.Steps(1))))
        .isEqualTo(down);
  }

  @Test
  void anAttemptAtAScriptThatWasEditedSinceDoesNotGoOn() {
    DeclaredMigration edited =
        outside(id(2), "CREATE INDEX CONCURRENTLY c ON table_one (id)", "DROP INDEX c");

    assertThat(
            Planner.unsettled(
                manifest(table(1), edited),
                List.of(applied(TWO_INDEXES, Result.UNFINISHED, Direction.UP, Optional.of(1)))))
        .isEmpty();
  }

  @Test
  void whatGoesOnSaysWhy() {
    Plan plan =
        Planner.deploy(
            manifest(TWO_INDEXES),
            List.of(applied(TWO_INDEXES, Result.UNFINISHED, Direction.UP, Optional.of(1))),
            Map.of(42L, Evidence.again("the index `a` is not there: it is built", List.of())),
            DeployRequest.PLAIN);

    assertThat(plan.remarks())
        .containsExactly(
            "`V20261101000002__create_table_two` was begun before: the index `a` is not there: it is"
                + " built");
  }

  private static String goingOn(Plan plan) {
    return plan.refused()
        ? plan.refusals().get(0).code()
        : "goes on at " + plan.steps().get(0).resumption().orElseThrow().from();
  }

  private static String resolving(String done) {
    String command = "`mvn db:resolve -Ddb.id=" + id(2) + " -Ddb.as=";
    return " -> look what is there of it, and type "
        + command
        + "applied` if all of it is "
        + done
        + ", "
        + command
        + "not-applied` if nothing is, or "
        + command
        + "retry` to run its last statement again";
  }
}
