package dev.ngdi.migration.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told of replication slots, which are the server's. */
@Isolated("a logical slot is made only when every transaction of the server has ended")
class ReplicationSlotsTest {

  @ParameterizedTest
  @EnumSource
  void logicalReplicationSlotsThatAreFarBehind(Server server) throws Exception {
    TestDatabase database = server.database();
    database.execute(
        "SET statement_timeout = '20s'; SELECT pg_create_logical_replication_slot('reports', 'pgoutput'); SELECT"
            + " pg_create_physical_replication_slot('standby', true)");
    try {
      database.execute(
          "SELECT pg_logical_emit_message(true, 'much', repeat('x', 1000000)) FROM"
              + " generate_series(1, 3)");
      database.execute("SELECT pg_switch_wal()");
      Session session = Connector.open(database.settings(), 14).session();
      try (Connection closed = session.connection()) {
        assertThat(closed.isValid(5)).isTrue();
        assertThat(ReplicationSlots.remarks(session, 500_000).get(0))
            .matches(
                "the logical replication slot `reports` is \\d{6,} bytes of WAL behind: see to its"
                    + " subscriber, or free the disk space with `SELECT"
                    + " pg_drop_replication_slot\\('reports'\\)`");
        assertThat(ReplicationSlots.remarks(session, 500_000)).hasSize(1);
        assertThat(ReplicationSlots.remarks(session, ReplicationSlots.FAR)).isEmpty();
      }
    } finally {
      database.execute(
          "SELECT pg_drop_replication_slot('reports'); SELECT pg_drop_replication_slot('standby')");
    }
  }
}
