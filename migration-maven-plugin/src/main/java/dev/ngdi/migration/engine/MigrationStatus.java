package dev.ngdi.migration.engine;

import dev.ngdi.migration.model.DeclaredMigration;
import java.util.Optional;

/**
 * A migration and its state in one database.
 *
 * @param id its id
 * @param version its version
 * @param state its state
 * @param declared what the manifest has of it
 * @param applied what the database has of it
 */
public record MigrationStatus(
    String id,
    String version,
    MigrationState state,
    Optional<DeclaredMigration> declared,
    Optional<AppliedMigration> applied) {

  /**
   * Whether its newest attempt failed outside a transaction, has no recorded end, or has lost its
   * row in the history: a person may have to say what is true.
   */
  boolean isUnsettled() {
    return state == MigrationState.FAILED || state == MigrationState.UNKNOWN || isLost();
  }

  /** Whether the journal has it as applied, and its row in the history is gone. */
  boolean isLost() {
    return state == MigrationState.LOST;
  }
}
