package dev.ngdi.migration.schema.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random sequences of statements do to a replayed schema what they do to a real one. {@code
 * -Ddifferential.cases=…} says how many of them, {@code -Ddifferential.minutes=…} for how long
 * instead, {@code -Ddifferential.seed=…} from which seed on.
 */
@Tag("fast")
class DifferentialTest {
  private static final int LENGTH = 25;
  private static final int CASES = Integer.getInteger("differential.cases", 150);
  private static final int MINUTES = Integer.getInteger("differential.minutes", 0);
  private static final long SEED = Long.getLong("differential.seed", 1);
  private static final int BETWEEN_TIDYING = 250;
  private static final int MOST_FAILURES = Integer.getInteger("differential.failures", 20);

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("dev.ngdi.migration.schema.Servers#majors")
  void replayAgreesWithTheServer(int postgres) throws SQLException {
    long end = System.nanoTime() + Duration.ofMinutes(MINUTES).toNanos();
    Tally tally = new Tally();
    Failures failures = new Failures();
    try (Session session = new Session(postgres);
        Session other = new Session(postgres)) {
      Comparison comparison = new Comparison(other);
      for (long seed = SEED; MINUTES > 0 ? System.nanoTime() < end : seed < SEED + CASES; seed++) {
        tally.begun();
        Trial trial = new Trial(postgres, session, comparison, tally);
        Optional<Failure> failure = trial.generate(seed, LENGTH);
        if (failure.isPresent() && failures.isNew(failure.get())) {
          failures.add(
              seed,
              failure.get(),
              trial.statements(),
              sequence -> new Trial(postgres, session, comparison, new Tally()).repeat(sequence));
        }
        if (failures.count() >= MOST_FAILURES) {
          break;
        }
        if (tally.cases() % BETWEEN_TIDYING == 0) {
          session.tidy();
          other.tidy();
        }
      }
    }
    System.out.println("PostgreSQL " + postgres + ": " + tally);
    assertThat(failures.count()).as("%s", failures).isZero();
    assertThat(tally.otherReasonShare()).as("share of other reasons").isLessThan(0.1);
    assertThat(tally.unsureShare()).as("share of facts left out").isLessThan(0.05);
    assertThat(tally.unprovenShare()).as("share of statements not replayed").isLessThan(0.03);
  }
}
