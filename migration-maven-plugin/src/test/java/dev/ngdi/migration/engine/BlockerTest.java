package dev.ngdi.migration.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ngdi.migration.engine.Blocker.Kind;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlockerTest {
  private static final Optional<Instant> SINCE = Optional.of(Instant.parse("2026-11-22T10:37:00Z"));

  @Test
  void aSessionIsNamedWithAllThatHelpsToFindIt() {
    Blocker blocker =
        new Blocker(
            Kind.SESSION,
            4711,
            "portal",
            "worker",
            "10.0.0.7",
            SINCE,
            "idle in transaction",
            "SELECT 1");

    assertThat(blocker.sentence())
        .isEqualTo(
            "process 4711, user `portal`, application `worker`, from 10.0.0.7, in a transaction"
                + " since 2026-11-22T10:37:00Z, idle in transaction: SELECT 1");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    assertThat(
            new Blocker(Kind.SESSION, 4711, "portal", "", "", Optional.empty(), "", "").sentence())
        .isEqualTo("process 4711, user `portal`");
  }

  @Test
  void aPreparedTransactionHasNoProcess() {
    assertThat(new Blocker(Kind.PREPARED, 0, "portal", "transfer-1", "", SINCE, "", "").sentence())
        .isEqualTo(
            "the prepared transaction `transfer-1`, user `portal`, in a transaction since"
                + " 2026-11-22T10:37:00Z");
  }

  @Test
  void anAutovacuumThatDoesNotGiveWaySaysWhy() {
    assertThat(
            new Blocker(
                    Kind.WRAPAROUND,
                    99,
                    "",
                    "",
                    "",
                    SINCE,
                    "active",
                    "autovacuum: VACUUM public.reading (to prevent wraparound)")
                .sentence())
        .isEqualTo(
            "the autovacuum in process 99, which prevents a wraparound of transaction ids and does"
                + " not give way, in a transaction since 2026-11-22T10:37:00Z, active: autovacuum:"
                + " VACUUM public.reading (to prevent wraparound)");
  }
}
