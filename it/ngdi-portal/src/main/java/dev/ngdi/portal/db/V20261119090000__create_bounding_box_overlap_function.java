package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** The map search asks whether a record's extent meets the window, across the antimeridian too. */
@SchemaMigration(
    up =
        """
        CREATE FUNCTION bounding_box_meets(
          extent bounding_box, west numeric, south numeric, east numeric, north numeric)
        RETURNS boolean
        LANGUAGE sql IMMUTABLE AS $$
          SELECT extent.south <= $5
            AND extent.north >= $3
            AND CASE
              WHEN extent.west <= extent.east AND $2 <= $4
                THEN extent.west <= $4 AND extent.east >= $2
              WHEN extent.west > extent.east AND $2 > $4
                THEN true
              ELSE extent.west <= $4 OR extent.east >= $2
            END
        $$;
        """,
    down =
        """
        DROP FUNCTION bounding_box_meets(bounding_box, numeric, numeric, numeric, numeric);
        """)
final class V20261119090000__create_bounding_box_overlap_function {}
