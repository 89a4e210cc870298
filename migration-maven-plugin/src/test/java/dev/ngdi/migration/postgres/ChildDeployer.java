package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A deployer in a process of its own, which can be killed or ends itself at a moment. */
final class ChildDeployer {
  private static final int HALTED = 137;

  private ChildDeployer() {}

  /**
   * Deploys {@link CrashHistory}: the database's URL, and the moment to halt at, from 1; 0 never.
   */
  public static void main(String[] arguments) throws Exception {
    int last = Integer.parseInt(arguments[1]);
    Moment.Witness halting =
        new Moment.Witness() {
          private int seen;

          @Override
          public void at(Moment moment) {
            if (++seen == last) {
              Runtime.getRuntime().halt(HALTED);
            }
          }
        };
    ConnectionSettings settings =
        ConnectionSettings.of(
            arguments[0], Optional.of("postgres"), Optional.empty(), Optional.of("public"));
    try (PostgresDatabase database =
        PostgresDatabase.connect(settings, 14, TestDatabase.ORIGIN, CrashHistory.CODES, halting)) {
      System.out.println("connected");
      System.out.flush();
      Outcome outcome =
          new Engine(CrashHistory.MANIFEST, database, Progress.NONE).deploy(DeployRequest.PLAIN);
      System.exit(outcome.succeeded() ? 0 : 1);
    }
  }

  /** Starts one. */
  static Process start(TestDatabase database, int haltAt) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ChildDeployer.class.getName(),
            database.url(),
            Integer.toString(haltAt));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** Runs one to its end; whether it halted where it was to. */
  static boolean haltsAt(TestDatabase database, int moment)
      throws IOException, InterruptedException {
    Process process = start(database, moment);
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the child does not end");
    }
    return process.exitValue() == HALTED;
  }
}
