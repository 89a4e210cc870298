package example.enum_value_used_in_same_transaction;

import dev.ngdi.migration.Irreversible;
import dev.ngdi.migration.SchemaMigration;

/** A service can be out of order. */
@Irreversible(because = "a value that no row has does no harm")
@SchemaMigration(
    up =
        """
        ALTER TYPE weir_service_state ADD VALUE 'broken';
        ALTER TABLE weir_service ALTER COLUMN state SET DEFAULT 'broken';
        """)
final class V20260226100000__add_weir_service_state_value {}
