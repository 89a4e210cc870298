package example.drop_cascade;

import dev.ngdi.migration.SchemaMigration;

/** Support sees addresses only. */
@SchemaMigration(
    up = "CREATE VIEW auditor_address AS SELECT id, mail FROM auditor",
    down = "DROP VIEW auditor_address")
final class V20260214100000__create_auditor_address_view {}
