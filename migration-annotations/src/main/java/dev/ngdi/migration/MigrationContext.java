package dev.ngdi.migration;

import java.sql.Connection;

/** What a {@link MigrationCode} works with. */
public interface MigrationContext {

  /**
   * The connection that the migration, its history row and the deploy lock share. It refuses {@code
   * commit}, {@code rollback}, {@code setAutoCommit} and {@code close}: beginning and ending is the
   * engine's.
   *
   * @return the connection, its search path set to {@link #schema()}
   */
  Connection connection();

  /**
   * The schema that is migrated.
   *
   * @return its name as the catalogue has it, not quoted
   */
  String schema();

  /**
   * Says how far the migration is; shown to the operator as a line of its own.
   *
   * @param message one line, without secrets
   */
  void progress(String message);
}
