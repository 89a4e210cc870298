package dev.ngdi.migration.schema.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
  private static final int CASES = Integer.getInteger("differential.cases", 150);
  private static final int MINUTES = Integer.getInteger("differential.minutes", 0);
  private static final long SEED = Long.getLong("differential.seed", 1);
  private static final int MOST_FAILURES = Integer.getInteger("differential.failures", 20);

  @ParameterizedTest(name = "PostgreSQL {0}")
  @MethodSource("dev.ngdi.migration.schema.Servers#majors")
  void replayAgreesWithTheServer(int postgres) {
    Campaign campaign = new Campaign(postgres, SEED, MOST_FAILURES);
    if (MINUTES > 0) {
      campaign.run(Duration.ofMinutes(MINUTES));
    } else {
      campaign.run(CASES);
    }
    Tally tally = campaign.tally();
    System.out.println("PostgreSQL " + postgres + ", from seed " + SEED + ": " + tally);
    assertThat(campaign.failures().count()).as("%s", campaign.failures()).isZero();
    assertThat(tally.unsureShare()).as("share of facts left out").isLessThan(0.05);
    assertThat(tally.unprovenShare()).as("share of statements not replayed").isLessThan(0.03);
  }
}
