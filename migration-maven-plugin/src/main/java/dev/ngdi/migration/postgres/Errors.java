package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.DatabaseException;
import dev.ngdi.migration.engine.Refusal;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What an {@link SQLException} says, in words that may be shown. */
final class Errors {
  private Errors() {}

  /** The server's message, or the driver's. */
  static String message(Throwable e) {
    if (e instanceof SQLException sql) {
      return server(sql)
          .flatMap(m -> Optional.ofNullable(m.getMessage()))
          .orElseGet(() -> firstLine(sql) + network(sql));
    }
    String said = e.getMessage() == null ? "" : ": " + firstLine(e);
    return e.getClass().getSimpleName() + said;
  }

  /** What the network said, which the driver's message leaves out. */
  private static String network(SQLException e) {
    return e.getCause() instanceof SocketException s ? ": " + firstLine(s) : "";
  }

  private static String firstLine(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().findFirst().orElse("");
  }

  /** Detail, hint and context, each on a line of its own. */
  static String detail(Throwable e) {
    if (!(e instanceof SQLException sql)) {
      return "";
    }
    StringBuilder lines = new StringBuilder();
    server(sql)
        .ifPresent(
            m -> {
              line(lines, "detail", Optional.ofNullable(m.getDetail()));
              line(lines, "hint", Optional.ofNullable(m.getHint()));
              line(lines, "context", Optional.ofNullable(m.getWhere()));
            });
    return lines.toString().strip();
  }

  private static void line(StringBuilder lines, String name, Optional<String> value) {
    value.ifPresent(v -> lines.append(name).append(": ").append(v).append('\n'));
  }

  static Optional<String> sqlState(Throwable e) {
    return e instanceof SQLException sql
        ? Optional.ofNullable(sql.getSQLState())
        : Optional.empty();
  }

  /** Where in its statement the server points to, in characters from 1. */
  static Optional<Integer> position(Throwable e) {
    return e instanceof SQLException sql
        ? server(sql).map(ServerErrorMessage::getPosition).filter(p -> p > 0)
        : Optional.empty();
  }

  private static Optional<ServerErrorMessage> server(SQLException e) {
    return e instanceof PSQLException p
        ? Optional.ofNullable(p.getServerErrorMessage())
        : Optional.empty();
  }

  /** Whether the connection is gone: the driver's class 08, or a server that goes down. */
  static boolean isConnectionLoss(Throwable e) {
    String state = sqlState(e).orElse("");
    return state.startsWith("08") || state.startsWith("57P0");
  }

  /** A failure that nothing foresaw, while something was done. */
  static DatabaseException unexpected(String doing, SQLException e) {
    String state = sqlState(e).map(s -> " (" + s + ")").orElse("");
    return isConnectionLoss(e)
        ? new DatabaseException(
            Refusal.of(
                "connection-lost",
                "the connection was lost while " + doing + ": " + decapitalise(message(e)) + state,
                "see what is true with `mvn db:status`, and run this again"),
            e)
        : new DatabaseException(
            Refusal.of(
                "database-error",
                "PostgreSQL refused while " + doing + ": " + decapitalise(message(e)) + state,
                detail(e).isEmpty()
                    ? "correct that, and run this again"
                    : detail(e).replace('\n', ' ')),
            e);
  }

  private static String decapitalise(String text) {
    return text.length() < 2 || Character.isUpperCase(text.charAt(1))
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
