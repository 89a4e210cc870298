package dev.ngdi.migration.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server of a test's own that writes to the disk what it commits, and can crash. */
final class Cluster implements AutoCloseable {
  private final Server server;
  private final Path data;
  private final Map<String, String> settings;
  private EmbeddedPostgres running;

  private Cluster(Server server, Path data, Map<String, String> settings) throws IOException {
    this.server = server;
    this.data = data;
    this.settings = settings;
    this.running = builder().start();
  }

  static Cluster start(Server server, Path directory) throws IOException {
    return start(server, directory, Map.of());
  }

  /** Starts one with settings of its own. */
  static Cluster start(Server server, Path directory, Map<String, String> settings)
      throws IOException {
    return new Cluster(server, directory.resolve("data"), settings);
  }

  /** Copies the data of one that has ended in order. */
  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  /** Makes the data of one that has not been started yet those of a standby. */
  static void follow(Path directory, int primary) throws IOException {
    Path data = directory.resolve("data");
    Files.createFile(data.resolve("standby.signal"));
    Files.writeString(
        data.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=localhost port=%d user=postgres'".formatted(primary));
  }

  int port() {
    return running.getPort();
  }

  /** A new, empty database. */
  TestDatabase database() {
    return Server.database(port(), "");
  }

  /** Crashes, and is started again in the same place. */
  void crash() throws IOException, InterruptedException {
    stop();
    start();
  }

  /** Is started again, whether it has ended by itself or not. */
  void revive() throws IOException, InterruptedException {
    if (Files.exists(data.resolve("postmaster.pid"))) {
      stop();
    }
    start();
  }

  /** Ends at once without writing anything, as {@code pg_ctl stop -m immediate} makes it. */
  void stop() throws IOException, InterruptedException {
    ProcessHandle ending = postmaster();
    new ProcessBuilder("kill", "-QUIT", Long.toString(ending.pid())).start().waitFor();
    awaitEnd(ending);
  }

  /**
   * Takes no new connections from now on, and ends when the last one does.
   *
   * @return the process that will end then
   */
  ProcessHandle endWhenIdle() throws IOException {
    ProcessHandle ending = postmaster();
    ending.destroy();
    while (takesConnections()) {
      Thread.onSpinWait();
    }
    return ending;
  }

  private boolean takesConnections() {
    try {
      new TestDatabase(port(), "postgres").open().close();
      return true;
    } catch (SQLException | IllegalStateException e) {
      return false;
    }
  }

  static void awaitEnd(ProcessHandle ending) {
    ending.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  private ProcessHandle postmaster() throws IOException {
    String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  /** Starts again in the same place. */
  void start() throws IOException {
    EmbeddedPostgres.Builder again = builder().setPort(port());
    running.close();
    running = again.start();
  }

  private EmbeddedPostgres.Builder builder() {
    EmbeddedPostgres.Builder builder =
        server
            .builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setDataDirectory(data)
            .setCleanDataDirectory(false);
    settings.forEach(builder::setServerConfig);
    return builder;
  }

  @Override
  public void close() throws IOException {
    running.close();
  }
}
