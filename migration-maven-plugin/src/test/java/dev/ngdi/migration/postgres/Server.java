package dev.ngdi.migration.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarFile;

/**
 * One PostgreSQL server for each version that is tested, {@code postgres.oldest} and {@code
 * postgres.newest}; it runs until the JVM ends.
 */
enum Server {
  OLDEST(Integer.getInteger("postgres.oldest", 14)),
  NEWEST(Integer.getInteger("postgres.newest", 18));

  private static final Map<Server, EmbeddedPostgres> RUNNING = new ConcurrentHashMap<>();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final int major;

  Server(int major) {
    this.major = major;
  }

  int major() {
    return major;
  }

  @Override
  public String toString() {
    return "PostgreSQL " + major;
  }

  int port() {
    return running().getPort();
  }

  /** A new, empty database. */
  TestDatabase database() {
    return database("");
  }

  /** A new, empty database that is made with options of {@code CREATE DATABASE}. */
  TestDatabase database(String options) {
    return database(port(), options);
  }

  static TestDatabase database(int port, String options) {
    String name = "test_" + DATABASES.incrementAndGet();
    new TestDatabase(port, "postgres").execute("CREATE DATABASE " + name + " " + options);
    return new TestDatabase(port, name);
  }

  /** Another server of this version; who starts it stops it. */
  EmbeddedPostgres start(Path dataDirectory) throws IOException {
    return builder().setDataDirectory(dataDirectory).setCleanDataDirectory(false).start();
  }

  private EmbeddedPostgres running() {
    return RUNNING.computeIfAbsent(this, Server::start);
  }

  private EmbeddedPostgres start() {
    try {
      return builder().start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes servers of this version. */
  EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder()
        .setPgBinaryResolver((system, machine) -> binaries())
        .setServerConfig("fsync", "off")
        .setServerConfig("max_connections", "50")
        .setServerConfig("max_prepared_transactions", "5")
        .setServerConfig("wal_level", "logical");
  }

  private InputStream binaries() throws IOException {
    Path jar = Path.of(System.getProperty("postgres.binaries"), major + ".jar");
    try (JarFile file = new JarFile(jar.toFile())) {
      var entry = file.stream().filter(e -> e.getName().endsWith(".txz")).findFirst().orElseThrow();
      return new ByteArrayInputStream(file.getInputStream(entry).readAllBytes());
    }
  }
}
