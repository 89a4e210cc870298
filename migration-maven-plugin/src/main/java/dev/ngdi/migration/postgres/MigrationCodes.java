package dev.ngdi.migration.postgres;

import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.model.DeclaredMigration;

/** Makes the instances of code migrations. */
@FunctionalInterface
public interface MigrationCodes {

  /**
   * Makes one. Whatever it throws, an error of class loading too, becomes a refusal.
   *
   * @param migration a migration that has code
   */
  MigrationCode of(DeclaredMigration migration) throws ReflectiveOperationException;
}
