package dev.ngdi.migration.postgres;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;

/** Keeps Flyway silent: what it does for us is not worth a line, and its failures are thrown. */
public final class SilentLogs implements LogCreator {

  @Override
  public Log createLogger(Class<?> type) {
    return new Silent();
  }

  private static final class Silent implements Log {
    @Override
    public void debug(String message) {}

    @Override
    public void info(String message) {}

    @Override
    public void warn(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Exception e) {}

    @Override
    public void notice(String message) {}
  }
}
