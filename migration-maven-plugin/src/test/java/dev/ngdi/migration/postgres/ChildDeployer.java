package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.Engine;
import dev.ngdi.migration.engine.Outcome;
import dev.ngdi.migration.engine.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A deployer in a process of its own, which can be killed or ends itself at a moment. */
final class ChildDeployer implements AutoCloseable {
  private static final int HALTED = 137;

  private final Process process;
  private final BufferedReader output;
  private final PrintWriter input;

  private ChildDeployer(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
  }

  /**
   * Deploys {@link CrashHistory}. Reads where to, the database's URL, and the moment to halt at,
   * from 1; 0 never.
   */
  public static void main(String[] arguments) throws Exception {
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String url = input.readLine();
    if (url == null) {
      return;
    }
    int last = Integer.parseInt(input.readLine());
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
            url, Optional.of("postgres"), Optional.empty(), Optional.of("public"));
    try (PostgresDatabase database =
        PostgresDatabase.connect(settings, 14, TestDatabase.ORIGIN, CrashHistory.CODES, halting)) {
      System.out.println("connected");
      System.out.flush();
      Outcome outcome =
          new Engine(CrashHistory.MANIFEST, database, Progress.NONE).deploy(DeployRequest.PLAIN);
      System.exit(outcome.succeeded() ? 0 : 1);
    }
  }

  /** Starts one that does nothing yet, since that is what takes the longest. */
  static ChildDeployer start() throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote",
            "-cp",
            System.getProperty("java.class.path"),
            ChildDeployer.class.getName());
    return new ChildDeployer(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** Lets it deploy; returns when it is connected. */
  void deploy(TestDatabase database, int haltAt) throws IOException {
    input.println(database.url());
    input.println(haltAt);
    if (!"connected".equals(output.readLine())) {
      throw new IllegalStateException("the child does not connect");
    }
  }

  /** Ends its process at once. */
  void kill() {
    process.destroyForcibly();
  }

  /** Waits for its end; whether it halted where it was to. */
  boolean hasHalted() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the child does not end");
    }
    return process.exitValue() == HALTED;
  }

  @Override
  public void close() {
    kill();
  }
}
