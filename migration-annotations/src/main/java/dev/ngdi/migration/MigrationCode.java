package dev.ngdi.migration;

import java.sql.SQLException;

/**
 * A migration in Java, for what SQL cannot say. The migration class implements it beside its
 * annotation, has a constructor without parameters that is not private, and leaves the SQL
 * attributes out.
 *
 * <pre>{@code
 * /** Coordinates written as text become numbers. *}{@code /
 * @DataMigration(verify = "SELECT count(*) = 0 FROM extent WHERE west IS NULL")
 * final class V20261122110000__fill_extent_west implements MigrationCode {
 *   public void up(MigrationContext context) throws SQLException { … }
 *   public void down(MigrationContext context) throws SQLException { … }
 * }
 * }</pre>
 */
public interface MigrationCode {

  /**
   * Makes the change.
   *
   * @param context what the migration works with; valid during this call only
   * @throws SQLException passed on as the migration's failure; so is anything else that is thrown
   */
  void up(MigrationContext context) throws SQLException;

  /**
   * Takes the change back. A class that does not override this is compiled only with {@link
   * Irreversible}.
   *
   * @param context what the migration works with; valid during this call only
   * @throws SQLException passed on as the failure of taking it back
   */
  default void down(MigrationContext context) throws SQLException {
    throw new UnsupportedOperationException("the migration is irreversible");
  }
}
