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

  /** Whether its newest attempt failed outside a transaction, or has no recorded end. */
  boolean isUnsettled() {
    return state == MigrationState.FAILED || state == MigrationState.UNKNOWN;
  }
}
