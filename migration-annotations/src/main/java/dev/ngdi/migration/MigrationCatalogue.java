package dev.ngdi.migration;

/**
 * Makes the code migrations of one package. The processor generates an implementation, named {@code
 * GeneratedMigrationCatalogue}, into each package that has any; nobody else implements it.
 */
public interface MigrationCatalogue {

  /**
   * Makes a migration, without reflection.
   *
   * @param id the migration's id
   * @return a new instance
   * @throws IllegalArgumentException if the package has no code migration of that id
   */
  MigrationCode code(String id);
}
