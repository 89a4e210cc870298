package dev.ngdi.migration.schema;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarFile;

/**
 * One PostgreSQL server for each major version; it runs until the JVM ends. The class path has the
 * newest; the others are in the directory {@code postgres.binaries}, where Maven puts them if the
 * property {@code postgres.majors} is set.
 */
public final class Servers {
  private static final int NEWEST = 18;
  private static final Map<Integer, EmbeddedPostgres> RUNNING = new ConcurrentHashMap<>();
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private Servers() {}

  /** The major versions to test with: {@code -Dpostgres.majors=14,18}, else the newest only. */
  public static List<Integer> majors() {
    String majors = System.getProperty("postgres.majors", "");
    return majors.isBlank()
        ? List.of(NEWEST)
        : Arrays.stream(majors.split(",", -1)).map(String::strip).map(Integer::valueOf).toList();
  }

  /** The server of a major version. */
  public static EmbeddedPostgres of(int major) {
    return RUNNING.computeIfAbsent(major, Servers::start);
  }

  /** The JDBC URL of a new, empty database. */
  public static String database(int major) throws SQLException {
    String name = "test_" + DATABASES.incrementAndGet();
    try (Connection connection = of(major).getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return of(major).getJdbcUrl("postgres", name);
  }

  /** A connection to a new, empty database. */
  public static Connection connect(int major) throws SQLException {
    return DriverManager.getConnection(database(major));
  }

  private static EmbeddedPostgres start(int major) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("autovacuum", "off")
            .setServerConfig("timezone", "UTC")
            .setServerConfig("max_connections", "50");
    if (major != NEWEST) {
      builder.setPgBinaryResolver(new Binaries(major));
    }
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Binaries(int major) implements PgBinaryResolver {
    @Override
    public InputStream getPgBinary(String system, String machineHardware) throws IOException {
      Path directory = Path.of(System.getProperty("postgres.binaries", "target/postgres-binaries"));
      try (JarFile jar = new JarFile(directory.resolve(major + ".jar").toFile())) {
        var archive =
            jar.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow();
        return new ByteArrayInputStream(jar.getInputStream(archive).readAllBytes());
      }
    }
  }
}
