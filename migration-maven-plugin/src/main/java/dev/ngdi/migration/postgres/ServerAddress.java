package dev.ngdi.migration.postgres;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;
import org.postgresql.PGProperty;

/**
 * Where a URL leads to.
 *
 * @param parsed the URL as the driver reads it
 */
record ServerAddress(Properties parsed) {
  /** The driver's parameter that says which of several servers is wanted. */
  static final String TARGET = PGProperty.TARGET_SERVER_TYPE.getName();

  /** The servers of the URL, each as {@code host:port}. */
  List<String> hosts() {
    String[] hosts = property(PGProperty.PG_HOST).orElse("localhost").split(",", -1);
    String[] ports = property(PGProperty.PG_PORT).orElse("5432").split(",", -1);
    return IntStream.range(0, hosts.length)
        .mapToObj(i -> hosts[i] + ":" + ports[Math.min(i, ports.length - 1)])
        .toList();
  }

  /** All of them. */
  String text() {
    return String.join(",", hosts());
  }

  /** The database of the URL. */
  String database() {
    return property(PGProperty.PG_DBNAME).orElse("");
  }

  /** What the URL says, or else the driver. */
  Optional<String> property(PGProperty property) {
    return Optional.ofNullable(property.getOrDefault(parsed));
  }

  /** Whether the URL itself says it. */
  boolean says(String parameter) {
    return parsed.getProperty(parameter) != null;
  }
}
