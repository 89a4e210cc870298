package dev.ngdi.migration.benchmarks;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.project.CompiledMigrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the loop of a deploy costs: our engine, Flyway Core and Liquibase beside a plain loop over
 * the same statements, in turn on one server; and how many round trips a migration takes.
 */
final class LoopBenchmark {
  private static final int LARGEST_FOR_PEERS = 1_000;

  private final int rounds = Integer.getInteger("loop.rounds", 5);
  private final Server server;
  private final Path directory;

  private LoopBenchmark(Server server, Path directory) {
    this.server = server;
    this.directory = directory;
  }

  /** Reads {@code loop.sizes}, numbers of migrations, and {@code loop.rounds}. */
  public static void main(String[] arguments) throws Exception {
    List<Integer> sizes =
        Stream.of(System.getProperty("loop.sizes", "100,1000,10000").split(",", -1))
            .map(Integer::valueOf)
            .toList();
    Path directory = Files.createTempDirectory("benchmark");
    try (Server server = Server.start(Map.of())) {
      new LoopBenchmark(server, directory).run(sizes);
    } finally {
      Directories.delete(directory);
    }
  }

  /** The medians of one tool, in ms. */
  private record Row(String tool, double whole, double loop) {}

  private void run(List<Integer> sizes) throws Exception {
    System.out.println(server.describe());
    System.out.println(
        "ms, medians of %d rounds after a warm-up; `loop` from the first migration to the last"
            .formatted(rounds));
    System.out.println(
        "| migrations | tool | whole | loop | whole, to plain | loop, to plain |\n"
            + "|---|---|---|---|---|---|");
    List<Row> before = List.of();
    int beforeSize = 0;
    List<String> growth = new ArrayList<>();
    for (int size : sizes) {
      List<Row> rows = measure(size);
      for (Row row : rows) {
        for (Row less : before) {
          if (less.tool().equals(row.tool())) {
            growth.add(
                "from %,d to %,d migrations, %s: %.1f times as long"
                    .formatted(beforeSize, size, row.tool(), row.loop() / less.loop()));
          }
        }
      }
      before = rows;
      beforeSize = size;
    }
    growth.forEach(System.out::println);
    countRoundTrips();
  }

  private List<Row> measure(int size) throws Exception {
    List<Tool> tools = tools(size);
    List<List<Tool.Timing>> times =
        tools.stream().<List<Tool.Timing>>map(t -> new ArrayList<>()).toList();
    for (int round = 0; round <= rounds; round++) {
      for (int i = 0; i < tools.size(); i++) {
        // Each is first as often as the others, as far as the rounds go.
        int turn = (i + round) % tools.size();
        Tool.Timing timing = deploy(tools.get(turn));
        if (round > 0) {
          times.get(turn).add(timing);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < tools.size(); i++) {
      rows.add(
          new Row(
              tools.get(i).name(),
              median(times.get(i).stream().map(Tool.Timing::whole).toList()),
              median(times.get(i).stream().map(Tool.Timing::loop).toList())));
    }
    Row plain = rows.get(0);
    for (Row row : rows) {
      System.out.println(
          "| %,d | %s | %,.0f | %,.0f | %.2f | %.2f |"
              .formatted(
                  size,
                  row.tool(),
                  row.whole(),
                  row.loop(),
                  row.whole() / plain.whole(),
                  row.loop() / plain.loop()));
    }
    return rows;
  }

  /** The plain loop first. */
  private List<Tool> tools(int size) throws Exception {
    CompiledMigrations compiled = compile(size);
    List<Change> changes = changes(compiled);
    List<Tool> tools = new ArrayList<>(List.of(new PlainLoop(changes), new Ours(compiled)));
    if (size <= LARGEST_FOR_PEERS) {
      tools.add(new FlywayTool(changes));
      tools.add(new LiquibaseTool(changes));
    }
    return tools;
  }

  private CompiledMigrations compile(int size) throws Exception {
    Path sources = directory.resolve("src" + size);
    Path classes = directory.resolve("classes" + size);
    Javac.compile(classes, sources, MigrationSources.writeTables(sources, size), true);
    return CompiledMigrations.in(classes, List.of(classes)).orElseThrow();
  }

  private static List<Change> changes(CompiledMigrations compiled) {
    return compiled.manifest().migrations().stream()
        .map(m -> new Change(m.version(), m.name(), statements(m)))
        .toList();
  }

  private static String statements(DeclaredMigration migration) {
    Sql up = migration.up().orElseThrow();
    return up.statements().stream().map(up::textOf).collect(Collectors.joining(";\n"));
  }

  private Tool.Timing deploy(Tool tool) throws Exception {
    server.create("bench", "");
    Path files = Files.createDirectories(directory.resolve("files"));
    try {
      Tool.Deploy deploy = tool.prepare(server.url("bench"), files);
      System.gc();
      return deploy.run();
    } finally {
      Directories.delete(files);
    }
  }

  /** Of two sizes, so that what a deploy does once does not count. */
  private void countRoundTrips() throws Exception {
    int few = 100;
    int more = 200;
    List<Tool> fewer = tools(few);
    List<Tool> larger = tools(more);
    System.out.println("| tool | round trips of a migration |\n|---|---|");
    for (int i = 0; i < fewer.size(); i++) {
      double each = (double) (roundTrips(larger.get(i)) - roundTrips(fewer.get(i))) / (more - few);
      System.out.println("| %s | %.2f |".formatted(fewer.get(i).name(), each));
    }
  }

  private long roundTrips(Tool tool) throws Exception {
    server.create("bench", "");
    Path files = Files.createDirectories(directory.resolve("files"));
    try (CountingProxy proxy = CountingProxy.before(server)) {
      tool.prepare(proxy.url("bench"), files).run();
      return proxy.roundTrips();
    } finally {
      Directories.delete(files);
    }
  }

  private static double median(List<Long> nanoseconds) {
    List<Long> sorted = new ArrayList<>(nanoseconds);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2) / 1e6;
  }
}
