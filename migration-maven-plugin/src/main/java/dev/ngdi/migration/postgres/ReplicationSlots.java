package dev.ngdi.migration.postgres;

import java.sql.SQLException;
import java.util.List;

/** Logical replication slots that are far behind: what a plan writes is kept for them too. */
final class ReplicationSlots {
  /** 1 GiB. */
  static final long FAR = 1L << 30;

  private static final String BEHIND =
      """
      SELECT slot_name, behind
      FROM (
        SELECT slot_name, CASE WHEN NOT pg_catalog.pg_is_in_recovery() THEN
          pg_catalog.pg_wal_lsn_diff(pg_catalog.pg_current_wal_lsn(), restart_lsn)::int8 END
        FROM pg_catalog.pg_replication_slots WHERE slot_type = 'logical') slots (slot_name, behind)
      WHERE behind > ? ORDER BY slot_name""";

  private ReplicationSlots() {}

  /**
   * One line for each.
   *
   * @param bytes how far behind a slot may be without a remark
   */
  static List<String> remarks(Session session, long bytes) throws SQLException {
    return session.list(
        BEHIND,
        row ->
            "the logical replication slot `"
                + row.getString(1)
                + "` is "
                + row.getLong(2)
                + " bytes of WAL behind: see to its subscriber, or free the disk space with `SELECT"
                + " pg_drop_replication_slot('"
                + row.getString(1)
                + "')`",
        bytes);
  }
}
