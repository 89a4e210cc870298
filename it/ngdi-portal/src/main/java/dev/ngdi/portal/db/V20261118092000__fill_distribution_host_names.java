package dev.ngdi.portal.db;

import dev.ngdi.migration.DataMigration;
import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.MigrationContext;
import java.net.IDN;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Hosts are compared in the form that the domain name system uses, which SQL cannot make: lower
 * case, and letters outside ASCII encoded. An address without a host keeps none.
 */
@DataMigration(
    verify = "SELECT count(*) = 0 FROM distribution WHERE host <> lower(host) OR host ~ '[^ -~]'")
final class V20261118092000__fill_distribution_host_names implements MigrationCode {
  private static final int BATCH = 500;

  @Override
  public void up(MigrationContext context) throws SQLException {
    long last = 0;
    int filled = 0;
    Map<Long, String> batch = read(context.connection(), last);
    while (!batch.isEmpty()) {
      filled += write(context.connection(), batch);
      for (long id : batch.keySet()) {
        last = id;
      }
      batch = read(context.connection(), last);
    }
    context.progress("hosts filled: " + filled);
  }

  @Override
  public void down(MigrationContext context) throws SQLException {
    try (Statement statement = context.connection().createStatement()) {
      statement.executeUpdate("UPDATE distribution SET host = NULL WHERE host IS NOT NULL");
    }
  }

  /** The next addresses by id, the last one read last. */
  private static Map<Long, String> read(Connection connection, long after) throws SQLException {
    Map<Long, String> addresses = new LinkedHashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT id, access_url FROM distribution WHERE id > ? ORDER BY id LIMIT ?")) {
      query.setLong(1, after);
      query.setInt(2, BATCH);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          addresses.put(rows.getLong(1), rows.getString(2));
        }
      }
    }
    return addresses;
  }

  private static int write(Connection connection, Map<Long, String> addresses) throws SQLException {
    int filled = 0;
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE distribution SET host = ? WHERE id = ?")) {
      for (Map.Entry<Long, String> address : addresses.entrySet()) {
        Optional<String> host = host(address.getValue());
        if (host.isPresent()) {
          update.setString(1, host.get());
          update.setLong(2, address.getKey());
          filled += update.executeUpdate();
        }
      }
    }
    return filled;
  }

  private static Optional<String> host(String address) {
    try {
      // A host with letters outside ASCII is an authority to URI, but not a host.
      return Optional.ofNullable(URI.create(address).getRawAuthority())
          .map(authority -> authority.replaceFirst("^.*@", "").replaceFirst(":\\d*$", ""))
          .filter(host -> !host.isEmpty())
          .map(host -> IDN.toASCII(host).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
