package example;

import dev.ngdi.migration.SchemaMigration;

/** A dollar quote that never ends. */
@SchemaMigration(
    up =
        """
        CREATE FUNCTION sensor_count() RETURNS bigint LANGUAGE sql AS $body$
          SELECT 1
        $bodi$;
        """,
    down = "DROP FUNCTION sensor_count()")
final class V20261102092000__create_sensor_function {}
