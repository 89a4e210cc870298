package example.exclusion_constraint;

import dev.ngdi.migration.SchemaMigration;

/** No two bookings overlap. */
@SchemaMigration(
    up =
        """
        ALTER TABLE mill_booking ADD CONSTRAINT mill_booking_during_excl EXCLUDE USING gist (during WITH &&);
        """,
    down = "ALTER TABLE mill_booking DROP CONSTRAINT mill_booking_during_excl;")
final class V20260227100000__add_mill_booking_during_excl_constraint {}
