package dev.ngdi.migration.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * What live queries notice of a deploy: our engine with migrations as the rules want them, and
 * Flyway Core and Liquibase with the SQL that is often written, while clients go on working on a
 * copy of the sample portal with a million rows.
 */
final class LoadBenchmark {
  private static final int WARM_UP_SECONDS = 3;
  private static final int AFTER_SECONDS = 2;
  private static final int BASELINE_SECONDS = 20;
  private static final String LIVE = "live";

  private final int rate = Integer.getInteger("load.rate", 200);
  private final int clients = Integer.getInteger("load.clients", 16);
  private final int hold = Integer.getInteger("load.hold", 120);
  private final int shortHold = Integer.getInteger("load.shortHold", 8);
  private final Server server;
  private final Portal portal;
  private final Path directory;

  private LoadBenchmark(Server server, Portal portal, Path directory) {
    this.server = server;
    this.portal = portal;
    this.directory = directory;
  }

  /** Reads the system properties {@code load.*}; {@code docs/benchmarks.md} says what they mean. */
  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createTempDirectory("benchmark");
    try (Server server = Server.start(Map.of("shared_buffers", "1GB", "max_wal_size", "8GB"))) {
      Portal portal =
          new Portal(
              Path.of(System.getProperty("load.portal", "../ngdi-portal")),
              directory,
              Integer.getInteger("load.rows", 1_000_000));
      new LoadBenchmark(server, portal, directory).run();
    } finally {
      Directories.delete(directory);
    }
  }

  private static List<String> chosen(String property, String all) {
    return Arrays.asList(System.getProperty(property, all).split(",", -1));
  }

  private void run() throws Exception {
    List<String> operations =
        chosen(
            "load.operations",
            Stream.of(Operation.values()).map(Operation::id).collect(Collectors.joining(",")));
    List<String> tools = chosen("load.tools", "ours,five,flyway,liquibase");
    List<String> holds = chosen("load.holds", "without,with");
    System.out.println(server.describe());
    portal.make(server);
    System.out.println(
        "%,d rows, %d live transactions a second over %d connections; latencies in ms"
            .formatted(portal.rows(), rate, clients));
    System.out.println(
        "| operation | held for | tool | deploy, s | longest stall | p50 | p99 | p99.9 | live |"
            + " failed |\n|---|---|---|---|---|---|---|---|---|---|");
    baseline();
    for (String id : operations) {
      Operation operation = Operation.of(id);
      Ours ours = new Ours(portal.compile(operation));
      for (String held : holds) {
        for (String tool : tools) {
          deploy(operation, tool(operation, tool, ours), held.equals("with"));
        }
      }
    }
  }

  private void baseline() throws Exception {
    portal.copy(server, LIVE);
    Traffic traffic = Traffic.start(server.url(LIVE), rate, clients, portal.rows());
    seconds(WARM_UP_SECONDS);
    traffic.measure();
    seconds(BASELINE_SECONDS);
    row("none", "–", "none", "–", traffic.stop());
  }

  private void deploy(Operation operation, Tool tool, boolean held) throws Exception {
    int length = !held ? 0 : tool instanceof Ours ? hold : shortHold;
    Path files = Files.createDirectories(directory.resolve("files"));
    try {
      portal.copy(server, LIVE);
      Tool.Deploy deploy = tool.prepare(server.url(LIVE), files);
      Traffic traffic = Traffic.start(server.url(LIVE), rate, clients, portal.rows());
      seconds(WARM_UP_SECONDS);
      traffic.measure();
      Optional<LongTransaction> holder = LongTransaction.begin(server.url(LIVE), length);
      String took = timed(deploy);
      seconds(AFTER_SECONDS);
      Traffic.Seen seen = traffic.stop();
      if (holder.isPresent()) {
        holder.get().end();
      }
      row(operation.id(), length == 0 ? "–" : length + " s", tool.name(), took, seen);
    } finally {
      Directories.delete(files);
    }
  }

  /** How long it took, or that it failed, which is a result too. */
  private static String timed(Tool.Deploy deploy) {
    long start = System.nanoTime();
    try {
      deploy.run();
      return "%.1f".formatted((System.nanoTime() - start) / 1e9);
    } catch (Exception e) {
      System.err.println(Reason.of(e));
      return "failed after %.1f".formatted((System.nanoTime() - start) / 1e9);
    }
  }

  private static Tool tool(Operation operation, String name, Ours ours) {
    List<Change> naive =
        List.of(new Change("1", operation.id().replace('-', '_'), operation.naive()));
    return switch (name) {
      case "ours" -> ours;
      case "five" -> new Deployers(ours, 5);
      case "flyway" -> new FlywayTool(naive);
      case "liquibase" -> new LiquibaseTool(naive);
      default -> throw new IllegalArgumentException("no such tool: " + name);
    };
  }

  private static void row(
      String operation, String held, String tool, String took, Traffic.Seen seen) {
    Histogram latencies = seen.latencies();
    System.out.println(
        "| %s | %s | %s | %s | %,.0f | %.1f | %,.1f | %,.1f | %,d | %d |"
            .formatted(
                operation,
                held,
                tool,
                took,
                latencies.getMaxValue() / 1e3,
                latencies.getValueAtPercentile(50) / 1e3,
                latencies.getValueAtPercentile(99) / 1e3,
                latencies.getValueAtPercentile(99.9) / 1e3,
                latencies.getTotalCount(),
                seen.failures().size()));
    seen.failures().stream().distinct().limit(3).forEach(System.err::println);
  }

  private static void seconds(int length) throws InterruptedException {
    Thread.sleep(length * 1_000L);
  }
}
