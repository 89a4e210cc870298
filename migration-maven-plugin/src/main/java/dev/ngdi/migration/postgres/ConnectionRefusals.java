package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Refusal;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.postgresql.PGProperty;

/** Says in one line, without a secret, why there is no connection. */
final class ConnectionRefusals {
  static final String UNREACHABLE = "server-unreachable";
  static final String STARTING = "server-starting";
  static final String EXHAUSTED = "connections-exhausted";
  static final String NO_PRIMARY = "primary-missing";

  private final ServerAddress address;
  private final Optional<String> user;

  ConnectionRefusals(ServerAddress address, Optional<String> user) {
    this.address = address;
    this.user = user;
  }

  Refusal of(SQLException e) {
    String state = Errors.sqlState(e).orElse("");
    String who =
        user.or(() -> address.property(PGProperty.USER))
            .map(u -> "user `" + u + "`")
            .orElse("the user");
    if (isAboutEncryption(e, state)) {
      return Refusal.of(
          "encryption-failed",
          "the server at `"
              + address.text()
              + "` and `sslmode` in the URL do not agree: "
              + encryptionReason(e),
          "correct `sslmode` or `sslrootcert` in the URL, or the server's `ssl`");
    }
    if (state.startsWith("28") || state.equals("08004")) {
      return Refusal.of(
          "login-refused",
          "the server at `" + address.text() + "` refuses " + who + ": " + Errors.message(e),
          "correct `db.user` and `db.password`, or the server's `pg_hba.conf`");
    }
    if (isNoPrimary(e)) {
      return Refusal.of(
          NO_PRIMARY,
          "none of the servers at `" + address.text() + "` takes changes",
          "wait until one of them is the primary, or correct the hosts in the URL");
    }
    return switch (state) {
      case "3D000" ->
          Refusal.of(
              "database-unknown",
              "the server at `" + address.text() + "` has no database `" + address.database() + "`",
              "create it, or correct the URL");
      case "57P03" ->
          Refusal.of(
              STARTING,
              "the server at `"
                  + address.text()
                  + "` does not accept connections now: "
                  + Errors.message(e),
              "wait until it does, and run this again");
      case "53300" ->
          Refusal.of(
              EXHAUSTED,
              "the server at `" + address.text() + "` has no connection left: " + Errors.message(e),
              "end a session, or raise `max_connections`");
      default ->
          networkReason(e)
              .map(this::unreachable)
              .orElseGet(
                  () ->
                      Refusal.of(
                          "connection-failed",
                          "no connection to the server at `"
                              + address.text()
                              + "`: "
                              + Errors.message(e),
                          "correct that, and run this again"));
    };
  }

  /** Whether the driver found servers, and none that is the primary. */
  private boolean isNoPrimary(SQLException e) {
    return address.hosts().size() > 1
        && String.valueOf(e.getMessage()).contains(ServerAddress.TARGET);
  }

  Refusal unreachable(String reason) {
    return Refusal.of(
        UNREACHABLE,
        "no PostgreSQL server answers at `" + address.text() + "`: " + reason,
        "start it, or correct host and port in the URL");
  }

  private static Optional<String> networkReason(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return Optional.of("there is no such host");
      }
      if (cause instanceof ConnectException) {
        return Optional.of("the connection is refused");
      }
      if (cause instanceof SocketTimeoutException) {
        return Optional.of("it does not answer in time");
      }
      if (cause instanceof SocketException || cause instanceof EOFException) {
        return Optional.of("the connection is cut off");
      }
    }
    return Optional.empty();
  }

  /** The driver gives a server without encryption the code of one that refuses a user. */
  private static boolean isAboutEncryption(SQLException e, String state) {
    return encryptionCause(e).isPresent()
        || (state.equals("08004") && String.valueOf(e.getMessage()).contains("SSL"));
  }

  private static String encryptionReason(SQLException e) {
    return encryptionCause(e).map(Errors::message).orElseGet(() -> Errors.message(e));
  }

  private static Optional<SSLException> encryptionCause(SQLException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException ssl) {
        return Optional.of(ssl);
      }
    }
    return Optional.empty();
  }
}
