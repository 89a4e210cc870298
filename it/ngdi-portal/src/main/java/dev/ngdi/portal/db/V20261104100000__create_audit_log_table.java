package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * Who changed what and when. One partition for each month, so that a month that need not be kept is
 * dropped and not deleted row by row.
 */
@SchemaMigration(
    up =
        """
        CREATE TABLE audit_log (
          id          uuid        NOT NULL DEFAULT gen_random_uuid(),
          occurred_at timestamptz NOT NULL DEFAULT now(),
          actor       text        NOT NULL,
          operation   text        NOT NULL,
          table_name  text        NOT NULL,
          row_id      bigint      NOT NULL,
          before      jsonb,
          after       jsonb,
          PRIMARY KEY (occurred_at, id)
        ) PARTITION BY RANGE (occurred_at);
        CREATE INDEX audit_log_row_idx ON audit_log (table_name, row_id);
        CREATE TABLE audit_log_2026_11 PARTITION OF audit_log
          FOR VALUES FROM ('2026-11-01 00:00:00+00') TO ('2026-12-01 00:00:00+00');
        CREATE TABLE audit_log_2026_12 PARTITION OF audit_log
          FOR VALUES FROM ('2026-12-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
        """,
    down =
        """
        DROP TABLE audit_log;
        """)
final class V20261104100000__create_audit_log_table {}
