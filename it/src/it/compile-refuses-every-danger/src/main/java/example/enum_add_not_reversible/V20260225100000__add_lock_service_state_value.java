package example.enum_add_not_reversible;

import dev.ngdi.migration.SchemaMigration;

/** A service can be out of order. */
@SchemaMigration(
    up = "ALTER TYPE lock_service_state ADD VALUE 'broken'",
    down = "UPDATE lock_service SET state = 'new' WHERE state = 'broken'")
final class V20260225100000__add_lock_service_state_value {}
