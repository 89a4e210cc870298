package dev.ngdi.migration.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The port to the one schema that is migrated. Not safe for use by several threads. */
public interface Database {

  /** Work that holds the deploy lock. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it. */
    T run() throws DatabaseException;
  }

  /**
   * Does work while no other deployer of the same schema does any, ours or Flyway's.
   *
   * @param progress told who is waited for
   * @throws DatabaseException if the lock was not to be had in time, or the work threw it
   */
  <T> T locked(Progress progress, Work<T> work) throws DatabaseException;

  /**
   * The applied migrations in the order of their history rows, those that were taken back left out.
   * Empty for a schema without history. Changes nothing.
   *
   * @throws DatabaseException if the history is not one, or may not be read
   */
  List<AppliedMigration> history() throws DatabaseException;

  /**
   * What became of the last statement of each attempt that did not come to its end. Changes
   * nothing.
   *
   * @return by the attempts' numbers
   */
  Map<Long, Evidence> evidence(List<Unsettled> unsettled) throws DatabaseException;

  /**
   * Looks for whatever would make a plan fail, all of it at once: a standby, a missing privilege, a
   * class that does not load; and for what should be known before it runs. Changes nothing.
   */
  Preflight preflight(Plan plan) throws DatabaseException;

  /**
   * Makes schema, history and journal where they are missing.
   *
   * @param baseline the version that the history begins with, if it is made and not to be empty
   */
  void prepare(Optional<String> baseline) throws DatabaseException;

  /**
   * Runs a step together with its history row and its journal row.
   *
   * @param manifest the digest of the manifest that it comes from
   * @return the failure, or empty if it is done
   */
  Optional<Failure> run(Step step, String manifest, Progress progress);

  /**
   * Records what somebody says of an attempt that did not come to its end, or has lost its row in
   * the history, all or nothing.
   *
   * @param manifest the digest of the manifest that tells what the migration is
   */
  void settle(Resolution resolution, String manifest) throws DatabaseException;

  /** Drops the schema with everything in it, history and journal included, and makes it anew. */
  void clear() throws DatabaseException;
}
