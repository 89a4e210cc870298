package dev.ngdi.migration.embedded;

import dev.ngdi.migration.settings.GoalException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * A developer's database: a PostgreSQL server of its own whose data stay in the project. It runs
 * only while a goal works on it, and one goal works on it at a time.
 */
public final class DevDatabase implements AutoCloseable {
  /** The directory in the module that holds it, one subdirectory for each major version. */
  public static final String DIRECTORY = ".db";

  private static final String USER = "postgres";
  private static final Duration STARTUP = Duration.ofSeconds(60);

  /** Maven's logger reads it when the server's logger is made; what it says is not for users. */
  private static final String SERVER_LOG = "org.slf4j.simpleLogger.log.io.zonky.test";

  private final DirectoryLock lock;
  private final EmbeddedPostgres server;

  private DevDatabase(DirectoryLock lock, EmbeddedPostgres server) {
    this.lock = lock;
    this.server = server;
  }

  /**
   * Starts it, made first if it is not there.
   *
   * @param module the module's directory
   * @param major the major version of PostgreSQL
   * @param binaries the jar with that version's programs
   * @param wait how long to wait for another goal that works on it
   * @param log told what takes time
   * @throws GoalException if it does not start, or the other goal does not end
   */
  public static DevDatabase start(
      Path module, int major, Path binaries, Duration wait, Consumer<String> log)
      throws GoalException {
    Path directory = module.resolve(DIRECTORY);
    String name = "postgres-" + major;
    Path data = directory.resolve(name);
    DirectoryLock lock;
    try {
      Files.createDirectories(directory);
      // Git then ignores the directory whatever the project's own list says.
      Files.writeString(directory.resolve(".gitignore"), "*\n");
      lock = DirectoryLock.take(directory.resolve(name + ".lock"), wait, log);
    } catch (IOException e) {
      throw new GoalException(
          "the dev database's directory `%s` cannot be written: %s"
              .formatted(directory, e.getMessage()),
          e);
    }
    try {
      Orphan.stop(data);
      Path output = directory.resolve(name + ".log");
      return new DevDatabase(lock, start(data, binaries, output));
    } catch (GoalException | RuntimeException e) {
      release(lock);
      throw e;
    }
  }

  private static EmbeddedPostgres start(Path data, Path binaries, Path output)
      throws GoalException {
    System.getProperties().putIfAbsent(SERVER_LOG, "warn");
    try {
      Files.deleteIfExists(output);
      Redirect redirect = Redirect.appendTo(output.toFile());
      return EmbeddedPostgres.builder()
          .setDataDirectory(data)
          .setCleanDataDirectory(false)
          .setPgBinaryResolver(new BinariesJar(binaries))
          .setPGStartupWait(STARTUP)
          .setOutputRedirector(redirect)
          .setErrorRedirector(redirect)
          .start();
    } catch (IOException | IllegalStateException e) {
      throw new GoalException(
          "the dev database does not start: %s\nread `%s`; removing `%s` makes a new one"
              .formatted(e.getMessage(), output, data),
          e);
    }
  }

  /** Its JDBC URL; it listens on this machine only, and asks for no password. */
  public String url() {
    return "jdbc:postgresql://localhost:" + server.getPort() + "/" + USER;
  }

  /** The user to connect as, a superuser. */
  public String user() {
    return USER;
  }

  /** Stops the server and lets the next goal have it; the data stay. */
  @Override
  public void close() throws IOException {
    try {
      server.close();
    } finally {
      lock.close();
    }
  }

  private static void release(DirectoryLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      // Nothing is lost: the operating system releases it with the process.
      return;
    }
  }
}
