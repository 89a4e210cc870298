package dev.ngdi.migration.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
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
    BACKEND,
    /** The server, stopped as by {@code pg_ctl stop -m immediate}; it is started again. */
    SERVER
  }

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void whatIsKilledLeavesNothingFalseAndARerunComesToTheSameEnd(Server server) throws Exception {
    ChildDeployer next = ChildDeployer.start();
    try (Cluster cluster = Cluster.start(server, directory)) {
      for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
        Random random = new Random(seed);
        Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
        int milliseconds = random.nextInt(LONGEST_MS);
        String when =
            "seed %d on %s: %s killed after %d ms".formatted(seed, server, victim, milliseconds);
        TestDatabase database = victim == Victim.SERVER ? cluster.database() : server.database();

        try (ChildDeployer deployer = next) {
          deployer.deploy(database, 0);
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(milliseconds));
          end(victim, deployer, database, cluster);
          next = ChildDeployer.start();
          deployer.hasHalted();
        }

        CrashHistory.assertTruthful(database, when);
        CrashHistory.rerun(database, when);
        CrashHistory.assertComplete(database, when);
        database.drop();
      }
    } finally {
      next.close();
    }
  }

  private static void end(
      Victim victim, ChildDeployer deployer, TestDatabase database, Cluster cluster)
      throws IOException, InterruptedException {
    switch (victim) {
      case PROCESS -> deployer.kill();
      case BACKEND ->
          database.rows(
              "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname ="
                  + " current_database() AND application_name LIKE '"
                  + Connector.APPLICATION
                  + "%'");
      case SERVER -> cluster.crash();
    }
  }
}
