package example.security_definer_search_path;

import dev.ngdi.migration.SchemaMigration;

/** The front page shows how many pylons there are. */
@SchemaMigration(
    up =
        """
        CREATE FUNCTION pylon_total() RETURNS bigint LANGUAGE sql SECURITY DEFINER
            AS 'SELECT count(*) FROM pylon';
        """,
    down = "DROP FUNCTION pylon_total()")
final class V20260401100000__create_pylon_total_function {}
