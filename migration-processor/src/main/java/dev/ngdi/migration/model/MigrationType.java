package dev.ngdi.migration.model;

/** Which of the three annotations a migration bears. */
public enum MigrationType {
  /** {@code @SchemaMigration}. */
  SCHEMA,
  /** {@code @DataMigration}. */
  DATA,
  /** {@code @SeedMigration}. */
  SEED
}
