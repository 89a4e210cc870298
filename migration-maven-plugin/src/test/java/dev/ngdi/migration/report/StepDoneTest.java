package dev.ngdi.migration.report;

import static dev.ngdi.migration.engine.Fixtures.applied;
import static dev.ngdi.migration.engine.Fixtures.id;
import static dev.ngdi.migration.engine.Fixtures.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.Outcome.Done;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.engine.WayBack;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepDoneTest {
  @ParameterizedTest
  @CsvSource({
    "12, 1, 0, in 12 ms",
    "6200, 1, 5100, in 6.2 s: waited 5.1 s for locks",
    "6200, 3, 5100, 'in 6.2 s: tried 3 times, waited 5.1 s for locks'",
    "700, 2, 0, in 700 ms: tried 2 times",
  })
  void saysHowLongItTookAndWhatHeldItUp(long milliseconds, int tries, long waited, String words) {
    assertThat(
            new StepDone(
                    new Step.Apply(table(1)), 1, 12, new Done(id(1), milliseconds, tries, waited))
                .line())
        .isEqualTo("applied V20261101000001__create_table_one (1 of 12) " + words);
  }

  @Test
  void saysThatItWasTakenBack() {
    Step step =
        new Step.Revert(
            applied(table(1)), Optional.of(table(1)), WayBack.of(table(1)), Optional.empty());

    assertThat(new StepDone(step, 2, 2, new Done(id(1), 7, 1, 0)).line())
        .isEqualTo("took back V20261101000001__create_table_one (2 of 2) in 7 ms");
  }
}
