package dev.ngdi.migration.goals;

import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.manifest;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.Blocker;
import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Outcome.Done;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Planner;
import dev.ngdi.migration.engine.Preflight;
import dev.ngdi.migration.engine.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;

/** What is on the screen while a plan runs. */
final class LogProgressTest {
  private static final Plan PLAN =
      Planner.deploy(manifest(table(1), table(2)), List.of(), Map.of(), DeployRequest.PLAIN)
          .with(new Preflight(List.of(), List.of("a transaction is open since noon"), Map.of()));
  private static final Step FIRST = PLAN.steps().get(0);
  private static final Step SECOND = PLAN.steps().get(1);
  private static final Blocker READER =
      new Blocker(
          Blocker.Kind.SESSION, 4711, "ann", "report", "", Optional.empty(), "active", "SELECT 1");

  private final List<String> screen = new ArrayList<>();

  @Test
  void isThePlanAndThenALineForEachMigration() {
    show(false);

    assertThat(screen)
        .containsExactly(
            "warn: a transaction is open since noon",
            "info: 2 migrations are to be applied:",
            "info:   1.  V20261101000001__create_table_one  schema  in a transaction  reversible",
            "info:   2.  V20261101000002__create_table_two  schema  in a transaction  reversible",
            "info: applied V20261101000001__create_table_one (1 of 2) in 12 ms",
            "info: applying V20261101000002__create_table_two (2 of 2)",
            "warn:   V20261101000002__create_table_two waits for a lock that is held by",
            "warn:     process 4711, user `ann`, application `report`, active: SELECT 1",
            "warn:   rolled back after try 1, to be tried again in 400 ms: lock timeout",
            "info:   half of it",
            "info: applied V20261101000002__create_table_two (2 of 2) in 3.0 s: tried 2 times, waited"
                + " 2.4 s for locks",
            "info: everything else",
            "info: it is done: type `mvn db:status`");
  }

  @Test
  void isLittleWhereItIsToBeQuiet() {
    show(true);

    assertThat(screen)
        .containsExactly(
            "warn: a transaction is open since noon",
            "warn:   V20261101000002__create_table_two waits for a lock that is held by",
            "warn:     process 4711, user `ann`, application `report`, active: SELECT 1",
            "warn:   rolled back after try 1, to be tried again in 400 ms: lock timeout",
            "info: it is done: type `mvn db:status`");
  }

  private void show(boolean quiet) {
    Console console = new Console(new Screen(screen), new Emphasis(false), quiet);
    LogProgress progress = new LogProgress(console);
    progress.planned(PLAN);
    progress.started(FIRST, 1, 2);
    progress.finished(FIRST, 1, 2, new Done(id(1), 12, 1, 0));
    progress.started(SECOND, 2, 2);
    progress.blocked(SECOND, List.of(READER));
    progress.retrying(SECOND, 1, 400, "lock timeout");
    progress.said(SECOND, "half of it");
    progress.finished(SECOND, 2, 2, new Done(id(2), 3_000, 2, 2_400));
    console.report(List.of("everything else", "it is done: type `mvn db:status`"));
  }

  /** Keeps what would be shown. */
  private static final class Screen extends SystemStreamLog {
    private final List<String> lines;

    Screen(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void info(CharSequence line) {
      lines.add("info: " + line);
    }

    @Override
    public void warn(CharSequence line) {
      lines.add("warn: " + line);
    }
  }
}
