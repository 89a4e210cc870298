package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * The log is ready for the turn of the year. A table that is made first and attached then leaves
 * the log writable meanwhile, unlike one that is made as a partition. What no month was made for
 * goes to the default partition, which is attached last: each one after it has to look into it.
 */
@SchemaMigration(
    up =
        """
        CREATE TABLE audit_log_2027_01 (
          LIKE audit_log INCLUDING DEFAULTS
        );
        ALTER TABLE audit_log
          ATTACH PARTITION audit_log_2027_01
          FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2027-02-01 00:00:00+00');
        CREATE TABLE audit_log_other (
          LIKE audit_log INCLUDING DEFAULTS
        );
        ALTER TABLE audit_log ATTACH PARTITION audit_log_other DEFAULT;
        """,
    down =
        """
        ALTER TABLE audit_log DETACH PARTITION audit_log_other;
        DROP TABLE audit_log_other;
        ALTER TABLE audit_log DETACH PARTITION audit_log_2027_01;
        DROP TABLE audit_log_2027_01;
        """)
final class V20261104101000__attach_audit_log_january_partition {}
