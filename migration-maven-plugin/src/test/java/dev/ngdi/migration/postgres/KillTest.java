package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Deployers are killed at random moments: {@code crash.rounds} times on each server, beginning with
 * the seed {@code crash.seed}.
 */
@Tag("crash")
class KillTest {
  private static final int ROUNDS = Integer.getInteger("crash.rounds", 4);
  private static final long SEED = Long.getLong("crash.seed", 1);
  private static final int LONGEST_MS = 400;

  /** What ends. */
  private enum Victim {
    /** The deployer's process, by SIGKILL. */
    PROCESS,
    /** The server process at the other end of its connection. */
    BACKEND
  }

  @ParameterizedTest
  @EnumSource
  void whatIsKilledLeavesNothingFalseAndARerunComesToTheSameEnd(Server server) throws Exception {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      Random random = new Random(seed);
      Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
      int milliseconds = random.nextInt(LONGEST_MS);
      String when =
          "seed %d on %s: %s killed after %d ms".formatted(seed, server, victim, milliseconds);
      TestDatabase database = server.database();

      kill(database, victim, milliseconds);

      CrashHistory.assertTruthful(database, when);
      CrashHistory.rerun(database, when);
      CrashHistory.assertComplete(database, when);
      database.drop();
    }
  }

  private static void kill(TestDatabase database, Victim victim, int milliseconds)
      throws IOException, InterruptedException {
    Process process = ChildDeployer.start(database, 0);
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertThat(output.readLine()).isEqualTo("connected");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
      if (victim == Victim.PROCESS) {
        process.destroyForcibly();
      } else {
        database.rows(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname ="
                + " current_database() AND application_name LIKE '"
                + Connector.APPLICATION
                + "%'");
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
  }
}
