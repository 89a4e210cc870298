package example;

import dev.ngdi.migration.SchemaMigration;
import dev.ngdi.migration.Transaction;

/** Outside a transaction a failure leaves half of it. */
@SchemaMigration(
    up =
        """
        ALTER TABLE station ADD COLUMN height integer;
        ALTER TABLE station ADD COLUMN depth integer;
        """,
    down =
        """
        ALTER TABLE station DROP COLUMN depth;
        ALTER TABLE station DROP COLUMN height;
        """,
    transaction = Transaction.NONE)
final class V20261102095000__add_station_fields {}
