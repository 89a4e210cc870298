package example.exclusion_constraint;

import dev.ngdi.migration.SchemaMigration;

/** Rooms are booked. */
@SchemaMigration(
    up = "CREATE TABLE mill_booking (id bigint PRIMARY KEY, during tstzrange NOT NULL);",
    down = "DROP TABLE mill_booking;")
final class V20260227090000__create_mill_booking_table {}
