package dev.ngdi.migration.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

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

  /** Ends at once without writing anything, as {@code pg_ctl stop -m immediate} makes it. */
  void stop() throws IOException, InterruptedException {
    Process postmaster = running.getProcess();
    new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster.pid())).start().waitFor();
    if (!postmaster.waitFor(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the server does not stop");
    }
  }

  /** Starts again in the same place. */
  void start() throws IOException {
    EmbeddedPostgres.Builder again = builder().setPort(port());
    running.close();
    running = again.start();
  }

  private EmbeddedPostgres.Builder builder() {
    EmbeddedPostgres.Builder builder =
        server.durable().setDataDirectory(data).setCleanDataDirectory(false);
    settings.forEach(builder::setServerConfig);
    return builder;
  }

  @Override
  public void close() throws IOException {
    running.close();
  }
}
