package dev.ngdi.migration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
  private static final Backoff FIVE_MINUTES = new Backoff(Duration.ofMinutes(5));

  @ParameterizedTest
  @CsvSource({
    // tries, seconds since the first, whether it ends by itself, random: the pause in ms
    "1, 2, false, 0.0, 250",
    "1, 2, false, 1.0, 500",
    "2, 5, false, 1.0, 1000",
    "3, 9, false, 1.0, 2000",
    "3, 9, false, 0.5, 1500",
    "6, 60, false, 1.0, 15000",
    "60, 200, false, 1.0, 15000",
    "60, 200, false, 0.0, 7500",
    "1, 2, true, 1.0, 30000",
    "9, 200, true, 0.0, 15000",
    "60, 295, false, 1.0, 5000",
    "60, 299, true, 1.0, 1000"
  })
  void itIsTriedAgainAfter(int tries, int seconds, boolean patient, double random, long pause) {
    assertThat(FIVE_MINUTES.pause(tries, Duration.ofSeconds(seconds), patient, random))
        .hasValue(Duration.ofMillis(pause));
  }

  @ParameterizedTest
  @CsvSource({"1, 300", "40, 301"})
  void itIsGivenUpWhenTheTimeIsOver(int tries, int seconds) {
    assertThat(FIVE_MINUTES.pause(tries, Duration.ofSeconds(seconds), false, 1))
        .isEqualTo(Optional.empty());
  }
}
