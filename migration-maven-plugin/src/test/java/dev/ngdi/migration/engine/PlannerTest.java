package dev.ngdi.migration.engine;

import static dev.ngdi.migration.engine.Fixtures.applied;
import static dev.ngdi.migration.engine.Fixtures.appliedByFlyway;
import static dev.ngdi.migration.engine.Fixtures.appliedOtherwise;
import static dev.ngdi.migration.engine.Fixtures.baseline;
import static dev.ngdi.migration.engine.Fixtures.code;
import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.irreversible;
import static dev.ngdi.migration.engine.Fixtures.lost;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.outside;
import static dev.ngdi.migration.engine.Fixtures.reformatted;
import static dev.ngdi.migration.engine.Fixtures.seed;
import static dev.ngdi.migration.engine.Fixtures.table;
import static dev.ngdi.migration.engine.MigrationState.APPLIED;
import static dev.ngdi.migration.engine.MigrationState.BASELINE;
import static dev.ngdi.migration.engine.MigrationState.CHANGED;
import static dev.ngdi.migration.engine.MigrationState.EXCLUDED;
import static dev.ngdi.migration.engine.MigrationState.FAILED;
import static dev.ngdi.migration.engine.MigrationState.LATE;
import static dev.ngdi.migration.engine.MigrationState.LOST;
import static dev.ngdi.migration.engine.MigrationState.MISSING;
import static dev.ngdi.migration.engine.MigrationState.PENDING;
import static dev.ngdi.migration.engine.MigrationState.REFORMATTED;
import static dev.ngdi.migration.engine.MigrationState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ngdi.migration.engine.AppliedMigration.Result;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Digest;
import dev.ngdi.migration.model.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {
  private static final DeclaredMigration CONCURRENT =
      outside(id(2), "CREATE INDEX CONCURRENTLY a ON table_one (id)", "DROP INDEX CONCURRENTLY a");

  /**
   * The table of states. Each row is about one migration, the second of three at most: what is
   * declared, what is applied, its state, then what deploy and down do with it: {@code apply},
   * {@code skip}, {@code revert}, or the code of the refusal.
   */
  static Stream<Arguments> states() {
    return Stream.of(
        row(
            "declared, not applied, newest",
            m(table(1), table(2)),
            a(applied(table(1))),
            PENDING,
            "apply",
            "skip"),
        row(
            "declared, not applied, older than an applied one",
            m(table(1), table(2), table(3)),
            a(applied(table(1)), applied(table(3))),
            LATE,
            "migration-late",
            "skip"),
        row(
            "applied with the same digest",
            m(table(1), table(2)),
            a(applied(table(1)), applied(table(2))),
            APPLIED,
            "skip",
            "revert"),
        row(
            "applied with another digest",
            m(table(1), table(2)),
            a(applied(table(1)), appliedOtherwise(table(2))),
            CHANGED,
            "migration-changed",
            "migration-changed"),
        row(
            "applied with the same tokens",
            m(table(1), reformatted(table(2))),
            a(applied(table(1)), applied(table(2))),
            REFORMATTED,
            "skip",
            "revert"),
        row(
            "failed outside a transaction",
            m(table(1), CONCURRENT),
            a(applied(table(1)), applied(CONCURRENT, Result.FAILED, Direction.UP, Optional.of(1))),
            FAILED,
            "migration-failed",
            "migration-failed"),
        row(
            "failed, and no longer declared",
            m(table(1), table(3)),
            a(applied(table(1)), applied(CONCURRENT, Result.FAILED, Direction.UP, Optional.of(1))),
            FAILED,
            "migration-failed",
            "migration-failed"),
        row(
            "started and never finished",
            m(table(1), CONCURRENT),
            a(
                applied(table(1)),
                applied(CONCURRENT, Result.UNFINISHED, Direction.UP, Optional.of(1))),
            UNKNOWN,
            "migration-unknown",
            "migration-unknown"),
        row(
            "taking back failed outside a transaction",
            m(table(1), CONCURRENT),
            a(
                applied(table(1)),
                applied(CONCURRENT, Result.FAILED, Direction.DOWN, Optional.of(1))),
            FAILED,
            "migration-failed",
            "migration-failed"),
        row(
            "taking back was never finished",
            m(table(1), CONCURRENT),
            a(
                applied(table(1)),
                applied(CONCURRENT, Result.UNFINISHED, Direction.DOWN, Optional.of(1))),
            UNKNOWN,
            "migration-unknown",
            "migration-unknown"),
        row(
            "applied, and its row is gone",
            m(table(1), table(2)),
            a(applied(table(1)), lost(table(2))),
            LOST,
            "migration-lost",
            "migration-lost"),
        row(
            "applied, its row is gone, edited since",
            m(table(1), reformatted(table(2))),
            a(applied(table(1)), lost(table(2))),
            LOST,
            "migration-lost",
            "migration-lost"),
        row(
            "applied, its row is gone, and not declared",
            m(table(1), table(3)),
            a(applied(table(1)), lost(table(2))),
            LOST,
            "migration-lost",
            "migration-lost"),
        row(
            "its row is gone, and a baseline covers it",
            m(table(1), table(2)),
            a(baseline(table(2).version()), lost(table(1)), lost(table(2))),
            BASELINE,
            "skip",
            "skip"),
        row(
            "applied, not declared, older than a declared one",
            m(table(1), table(3)),
            a(applied(table(1)), applied(table(2))),
            MISSING,
            "migration-missing",
            "revert"),
        row(
            "applied, not declared, newer than all declared",
            m(table(1)),
            a(applied(table(1)), applied(table(2))),
            MISSING,
            "database-ahead",
            "revert"),
        row(
            "applied by Flyway with our checksum",
            m(table(1), table(2)),
            a(applied(table(1)), flyway(table(2), Optional.of(Digest.checksum(table(2).sha256())))),
            APPLIED,
            "skip",
            "revert"),
        row(
            "applied by Flyway with another checksum",
            m(table(1), table(2)),
            a(applied(table(1)), flyway(table(2), Optional.of(1))),
            CHANGED,
            "migration-changed",
            "migration-changed"),
        row(
            "applied by Flyway without a checksum of ours",
            m(table(1), table(2)),
            a(applied(table(1)), flyway(table(2), Optional.empty())),
            APPLIED,
            "skip",
            "revert"),
        row(
            "applied by Flyway and not declared",
            m(table(1)),
            a(applied(table(1)), flyway(table(2), Optional.empty())),
            MISSING,
            "database-ahead",
            "no-way-back"),
        row(
            "at the baseline",
            m(table(1), table(2)),
            a(baseline(table(2).version())),
            BASELINE,
            "skip",
            "skip"),
        row(
            "below the baseline",
            m(table(2), table(3)),
            a(baseline(table(3).version())),
            BASELINE,
            "skip",
            "skip"));
  }

  @ParameterizedTest(name = "{0}: {3}, deploy {4}, down {5}")
  @MethodSource("states")
  void tableOfStates(
      String name,
      Manifest manifest,
      List<AppliedMigration> applied,
      MigrationState state,
      String deploy,
      String down) {
    assertThat(Planner.status(manifest, applied, Optional.empty()))
        .filteredOn(s -> s.id().equals(id(2)))
        .extracting(MigrationStatus::state)
        .containsExactly(state);
    assertThat(effect(deploy(manifest, applied, DeployRequest.PLAIN))).isEqualTo(deploy);
    assertThat(effect(down(manifest, applied, new DownRequest.Steps(1)))).isEqualTo(down);
  }

  /** What a plan does with the second migration. */
  private static String effect(Plan plan) {
    return plan.refusals().stream()
        .filter(r -> r.id().equals(Optional.of(id(2))))
        .map(Refusal::code)
        .findFirst()
        .orElseGet(
            () ->
                plan.steps().stream().noneMatch(s -> s.id().equals(id(2)))
                    ? "skip"
                    : plan.direction() == Direction.UP ? "apply" : "revert");
  }

  @Test
  void deployAppliesOldestFirst() {
    Plan plan = deploy(m(table(3), table(1), table(2)), a(), DeployRequest.PLAIN);

    assertThat(plan.steps()).extracting(Step::id).containsExactly(id(1), id(2), id(3));
    assertThat(plan.refusals()).isEmpty();
  }

  private static Plan deploy(
      Manifest manifest, List<AppliedMigration> applied, DeployRequest request) {
    return Planner.deploy(manifest, applied, Map.of(), request);
  }

  private static Plan down(Manifest manifest, List<AppliedMigration> applied, DownRequest request) {
    return Planner.down(manifest, applied, Map.of(), request);
  }

  @Test
  void anEditOfCommentsAloneIsSaidAndStandsInNobodysWay() {
    Plan plan =
        deploy(m(reformatted(table(1)), table(2)), a(applied(table(1))), DeployRequest.PLAIN);

    assertThat(plan.refusals()).isEmpty();
    assertThat(plan.steps()).extracting(Step::id).containsExactly(id(2));
    assertThat(plan.remarks())
        .containsExactly(
            "`V20261101000001__create_table_one` was edited after it was applied, in nothing but"
                + " comments and white space");
  }

  @Test
  void everythingThatStandsInTheWayIsSaidAtOnce() {
    Plan plan =
        deploy(
            m(table(1), table(2), table(4), CONCURRENT_FIVE),
            a(
                appliedOtherwise(table(1)),
                applied(table(3)),
                applied(CONCURRENT_FIVE, Result.UNFINISHED, Direction.UP, Optional.of(1)),
                applied(table(6))),
            DeployRequest.PLAIN);

    assertThat(messages(plan))
        .containsExactly(
            "`V20261101000001__create_table_one` was edited after it was applied: its SHA-256 begins "
                + table(1).sha256().substring(0, 12)
                + " here and "
                + Digest.sha256(Fixtures.EDITED).substring(0, 12)
                + " in the database"
                + " -> write it again as it was applied, and make the change in a new migration",
            "`V20261101000002__create_table_two` is older than `V20261101000006__create_table_six`,"
                + " which is applied, and was never applied"
                + " -> give it a newer version, or apply it all the same with `-Ddb.outOfOrder`",
            "`V20261101000003__create_table_three` is applied, and the manifest does not have it"
                + " -> bring its class back, or allow it with `-Ddb.allowMissing=<why>`",
            "`V20261101000004__create_table_four` is older than `V20261101000006__create_table_six`,"
                + " which is applied, and was never applied"
                + " -> give it a newer version, or apply it all the same with `-Ddb.outOfOrder`",
            "`V20261101000005__create_table_five` was being applied by ann@ci at 2026-11-22T10:37:00Z"
                + " outside a transaction, and its end was never recorded; the last statement begun is"
                + " number 1, `CREATE INDEX CONCURRENTLY` in line 1"
                + " -> look what is there of it, and type `mvn db:resolve -Ddb.id=V20261101000005__create_table_five -Ddb.as=applied` if all of it is done, `mvn db:resolve -Ddb.id=V20261101000005__create_table_five -Ddb.as=not-applied` if nothing is, or `mvn db:resolve -Ddb.id=V20261101000005__create_table_five -Ddb.as=retry` to run its last statement again",
            "the database is ahead: `V20261101000006__create_table_six` is applied, and is newer than"
                + " everything in the manifest"
                + " -> deploy the release that has it, take it back with `mvn db:down`, or allow it with"
                + " `-Ddb.allowMissing=<why>`");
  }

  @Test
  void everyRowThatIsGoneIsSaidAtOnceWithWhatTheJournalHas() {
    Manifest manifest = m(table(1), table(2), table(3));
    List<AppliedMigration> applied = a(lost(table(1)), applied(table(2)), lost(table(3)));

    assertThat(messages(deploy(manifest, applied, DeployRequest.PLAIN)))
        .containsExactly(gone(1), gone(3));
    assertThat(messages(down(manifest, applied, new DownRequest.To(id(1)))))
        .containsExactly(gone(1), gone(3));
  }

  private static String gone(int number) {
    String command = "`mvn db:resolve -Ddb.id=" + id(number) + " -Ddb.as=";
    return "`"
        + id(number)
        + "` was applied by ann@ci at 2026-11-22T10:37:00Z, as the journal has it, and its row in"
        + " the history is gone -> look what is there of it, and type "
        + command
        + "applied` to put the row back, or "
        + command
        + "not-applied` if it does not count any more";
  }

  private static final DeclaredMigration CONCURRENT_FIVE =
      outside(id(5), "CREATE INDEX CONCURRENTLY a ON table_one (id)", "DROP INDEX CONCURRENTLY a");

  @Test
  void anAppliedMigrationKeepsItsName() {
    DeclaredMigration renamed =
        Fixtures.migration(
            id(1).replace("one", "first"),
            "CREATE TABLE table_one (id int)",
            "DROP TABLE table_one");

    assertThat(messages(deploy(m(renamed), a(applied(table(1))), DeployRequest.PLAIN)))
        .containsExactly(
            "`V20261101000001__create_table_first` was renamed after it was applied: the database"
                + " has it as `V20261101000001__create_table_one` -> give it its old name again");
  }

  @Test
  void lateMigrationsAreAppliedOnRequest() {
    Plan plan =
        deploy(
            m(table(1), table(2), table(3)), a(applied(table(2))), DeployRequest.PLAIN.withLate());

    assertThat(plan.refusals()).isEmpty();
    assertThat(plan.steps()).extracting(Step::id).containsExactly(id(1), id(3));
    assertThat(plan.remarks())
        .containsExactly(
            "`V20261101000001__create_table_one` is older than what is applied, and allowed");
  }

  @Test
  void missingMigrationsAreAllowedWithAReason() {
    Plan plan =
        deploy(
            m(table(1)),
            a(applied(table(1)), applied(table(2))),
            DeployRequest.PLAIN.allowingMissing("hotfix of the other branch"));

    assertThat(plan.refusals()).isEmpty();
    assertThat(plan.remarks())
        .containsExactly(
            "`V20261101000002__create_table_two` is applied and missing here, and allowed: hotfix of"
                + " the other branch");
  }

  @Test
  void seedsOfSomeEnvironmentsNeedToKnowWhichOneThisIs() {
    Manifest manifest = m(table(1), seed(2, "test", "dev"), seed(3, "dev"), seed(4));

    assertThat(messages(deploy(manifest, a(), DeployRequest.PLAIN)))
        .containsExactly(
            "seeds of some environments only are pending, and no environment is given:"
                + " `V20261101000002__create_table_two`, `V20261101000003__create_table_three`"
                + " -> say which one this database is with `-Ddb.environment`; the seeds name `dev`,"
                + " `test`");
    assertThat(deploy(manifest, a(), DeployRequest.PLAIN.in("test")).steps())
        .extracting(Step::id)
        .containsExactly(id(1), id(2), id(4));
    assertThat(Planner.status(manifest, a(), Optional.of("production")))
        .extracting(MigrationStatus::state)
        .containsExactly(PENDING, EXCLUDED, EXCLUDED, PENDING);
    assertThat(Planner.status(manifest, a(), Optional.empty()))
        .extracting(MigrationStatus::state)
        .containsOnly(PENDING);
  }

  @Test
  void aBaselineCountsAsAppliedBeforeItIsSet() {
    Manifest manifest = m(table(1), table(2), table(3));
    DeployRequest request = DeployRequest.PLAIN.from(table(2).version());

    Plan first = deploy(manifest, a(), request);
    Plan again = deploy(manifest, a(baseline(table(2).version())), request);

    assertThat(first.baseline()).contains(table(2).version());
    assertThat(first.steps()).extracting(Step::id).containsExactly(id(3));
    assertThat(again.baseline()).isEmpty();
    assertThat(again.steps()).extracting(Step::id).containsExactly(id(3));
    assertThat(messages(deploy(manifest, a(applied(table(1))), request)))
        .containsExactly(
            "the database has a history already, so it cannot begin with version `20261101000002`"
                + " -> leave `db.baseline` out");
  }

  @Test
  void flywaysVersionsAreComparedAsNumbers() {
    Manifest manifest = m(table(1));

    assertThat(
            Planner.status(
                manifest,
                a(
                    appliedByFlyway("10", "tenth", Optional.empty()),
                    appliedByFlyway("9.1", "ninth", Optional.empty()),
                    appliedByFlyway("20261101000001.0", "create table one", Optional.empty())),
                Optional.empty()))
        .extracting(MigrationStatus::id, MigrationStatus::state)
        .containsExactly(
            tuple("V9.1__ninth", MISSING), tuple("V10__tenth", MISSING), tuple(id(1), APPLIED));
  }

  @Test
  void downTakesBackTheNewestVersionsFirst() {
    Manifest manifest = m(table(1), table(2), table(3));
    List<AppliedMigration> all = a(applied(table(1)), applied(table(3)), applied(table(2)));

    assertThat(down(manifest, all, new DownRequest.Steps(1)).steps())
        .extracting(Step::id)
        .containsExactly(id(3));
    assertThat(down(manifest, all, new DownRequest.Steps(3)).steps())
        .extracting(Step::id)
        .containsExactly(id(3), id(2), id(1));
    assertThat(down(manifest, all, new DownRequest.To(id(1))).steps())
        .extracting(Step::id)
        .containsExactly(id(3), id(2));
    assertThat(down(manifest, all, new DownRequest.To("20261101000002")).steps())
        .extracting(Step::id)
        .containsExactly(id(3));
    assertThat(down(manifest, all, new DownRequest.To(id(3))).upToDate()).isTrue();
    assertThat(down(manifest, a(), new DownRequest.Steps(1)).upToDate()).isTrue();
  }

  @Test
  void downRefusesAnIrreversibleMigrationBeforeAnythingRuns() {
    DeclaredMigration two = irreversible(table(2), "the old spelling is gone");
    DeclaredMigration three = irreversible(table(3), "the rows are gone");
    Manifest manifest = m(table(1), two, three, table(4));
    List<AppliedMigration> all =
        a(applied(table(1)), applied(two), applied(three), applied(table(4)));

    assertThat(messages(down(manifest, all, new DownRequest.To(id(1)))))
        .containsExactly(
            "`V20261101000003__create_table_three` cannot be taken back: the rows are gone"
                + " -> go no further than `-Ddb.to=V20261101000003__create_table_three`, which keeps"
                + " it applied",
            "`V20261101000002__create_table_two` cannot be taken back: the old spelling is gone"
                + " -> go no further than `-Ddb.to=V20261101000003__create_table_three`, which keeps"
                + " it applied");
    assertThat(down(manifest, all, new DownRequest.To(id(3))).refused()).isFalse();
    assertThat(
            messages(
                down(
                    m(table(1), two),
                    a(applied(table(1)), applied(two)),
                    new DownRequest.Steps(1))))
        .containsExactly(
            "`V20261101000002__create_table_two` cannot be taken back: the old spelling is gone"
                + " -> it is the newest; write a new migration that changes what is wrong");
  }

  @Test
  void downTakesAMissingMigrationBackWithTheJournalsScript() {
    Plan plan = down(m(), a(applied(table(1))), new DownRequest.Steps(1));

    assertThat(plan.refusals()).isEmpty();
    assertThat(plan.steps())
        .singleElement()
        .isInstanceOfSatisfying(
            Step.Revert.class,
            step -> {
              assertThat(step.declared()).isEmpty();
              assertThat(step.wayBack())
                  .isEqualTo(new WayBack.Script(table(1).down().orElseThrow()));
            });
  }

  @Test
  void downRefusesMissingCodeAndSaysWhichCommitHasIt() {
    Plan plan = down(m(), a(applied(code(1))), new DownRequest.Steps(1));

    assertThat(messages(plan))
        .containsExactly(
            "`V20261101000001__create_table_one` cannot be taken back: its way back is Java code,"
                + " which this manifest does not have"
                + " -> run this from the revision, 1f0c2d3, that has it");
  }

  @Test
  void downNamesWhatMayHaveBeenMeant() {
    Manifest manifest = m(table(1), table(2), table(3));
    List<AppliedMigration> all = a(applied(table(1)), applied(table(2)));

    assertThat(
            messages(down(manifest, all, new DownRequest.To("V20261101000001__create_tabel_one"))))
        .containsExactly(
            "`V20261101000001__create_tabel_one` is neither declared nor applied"
                + " -> name one that is applied; near it are `V20261101000001__create_table_one`,"
                + " `V20261101000002__create_table_two`");
    assertThat(messages(down(manifest, all, new DownRequest.To(id(3)))))
        .containsExactly(
            "`V20261101000003__create_table_three` is not applied, so nothing can be taken back to"
                + " it -> name one that `mvn db:status` shows as applied");
    assertThat(messages(down(manifest, all, new DownRequest.Steps(3))))
        .containsExactly(
            "3 migrations are to be taken back, and 2 can be: no more are applied"
                + " -> ask for `-Ddb.steps=2` at most");
    assertThatThrownBy(() -> new DownRequest.Steps(0))
        .hasMessage("`db.steps` is 0, and must be at least 1");
  }

  @Test
  void anEditedMigrationThatStaysAppliedIsNotInTheWayOfADown() {
    Plan plan =
        down(
            m(table(1), table(2)),
            a(appliedOtherwise(table(1)), applied(table(2))),
            new DownRequest.Steps(1));

    assertThat(plan.refused()).isFalse();
  }

  private static Arguments row(
      String name,
      Manifest manifest,
      List<AppliedMigration> applied,
      MigrationState state,
      String deploy,
      String down) {
    return arguments(name, manifest, applied, state, deploy, down);
  }

  private static Manifest m(DeclaredMigration... migrations) {
    return manifest(migrations);
  }

  private static List<AppliedMigration> a(AppliedMigration... applied) {
    return List.of(applied);
  }

  private static AppliedMigration flyway(DeclaredMigration m, Optional<Integer> checksum) {
    return appliedByFlyway(m.version(), m.description(), checksum);
  }

  static List<String> messages(Plan plan) {
    return plan.refusals().stream().map(r -> r.message() + " -> " + r.whatToDo()).toList();
  }
}
