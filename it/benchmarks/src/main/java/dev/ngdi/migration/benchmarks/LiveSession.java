package dev.ngdi.migration.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Random;
import java.util.UUID;

/** A connection of the application, with its statements prepared. */
final class LiveSession implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement read;
  private final PreparedStatement readDataset;
  private final PreparedStatement signIn;
  private final PreparedStatement check;
  private final PreparedStatement insert;
  private final Random random;
  private final int rows;

  /**
   * Connects.
   *
   * @param rows how many distributions and accounts there are
   * @param seed for which of them
   */
  LiveSession(String url, int rows, int seed) throws SQLException {
    this.rows = rows;
    random = new Random(seed);
    connection = DriverManager.getConnection(url);
    read =
        connection.prepareStatement(
            "SELECT format, access_url, host FROM distribution WHERE id = ?");
    readDataset =
        connection.prepareStatement(
            "SELECT d.edition, count(*) FROM dataset AS d JOIN distribution AS x ON x.dataset_id ="
                + " d.record_id WHERE d.record_id = ? GROUP BY d.edition");
    signIn =
        connection.prepareStatement("UPDATE user_account SET last_login_at = now() WHERE id = ?");
    check =
        connection.prepareStatement(
            "UPDATE distribution SET retries = retries + 1, checked_by = ? WHERE id = ?");
    insert =
        connection.prepareStatement(
            "INSERT INTO distribution (dataset_id, format, access_url, host, checked_by, checksum,"
                + " retries) VALUES (?, 'CSV', ?, 'data.survey.example', ?, ?, 0)");
  }

  /** Runs a transaction of a kind, each for other rows. */
  void run(LiveQuery query) throws SQLException {
    switch (query) {
      case READ -> {
        read.setLong(1, distribution());
        read.executeQuery().close();
      }
      case READ_DATASET -> {
        readDataset.setLong(1, dataset());
        readDataset.executeQuery().close();
      }
      case CHECK -> check();
      case INSERT -> {
        String unique = UUID.randomUUID().toString();
        insert.setLong(1, dataset());
        insert.setString(2, "https://data.survey.example/" + unique);
        insert.setLong(3, account());
        insert.setString(4, unique);
        insert.executeUpdate();
      }
    }
  }

  /** Two tables in one transaction, as somebody who checks a distribution has to sign in. */
  private void check() throws SQLException {
    int account = account();
    connection.setAutoCommit(false);
    try {
      signIn.setLong(1, account);
      signIn.executeUpdate();
      check.setLong(1, account);
      check.setLong(2, distribution());
      check.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private int account() {
    return 1 + random.nextInt(rows);
  }

  private int dataset() {
    return 1 + random.nextInt(rows / 10);
  }

  private int distribution() {
    int id = 1 + random.nextInt(rows);
    return id == Portal.HELD ? id + 1 : id;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is closed one way or the other.
    }
  }
}
