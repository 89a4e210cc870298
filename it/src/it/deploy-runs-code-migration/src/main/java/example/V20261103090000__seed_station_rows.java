package example;

import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.MigrationContext;
import dev.ngdi.migration.SeedMigration;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** As many stations as there are letters. */
@SeedMigration(verify = "SELECT count(*) = 26 FROM station")
final class V20261103090000__seed_station_rows implements MigrationCode {
  @Override
  public void up(MigrationContext context) throws SQLException {
    String sql = "INSERT INTO station (id, name) VALUES (?, ?)";
    try (PreparedStatement insert = context.connection().prepareStatement(sql)) {
      for (char letter = 'A'; letter <= 'Z'; letter++) {
        insert.setLong(1, letter);
        insert.setString(2, String.valueOf(letter));
        insert.addBatch();
      }
      context.progress("stations: " + insert.executeBatch().length);
    }
  }

  @Override
  public void down(MigrationContext context) throws SQLException {
    try (var delete = context.connection().createStatement()) {
      context.progress("stations gone: " + delete.executeUpdate("DELETE FROM station"));
    }
  }
}
