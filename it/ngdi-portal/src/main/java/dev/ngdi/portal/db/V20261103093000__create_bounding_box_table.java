package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * The geographic extent of a record in WGS 84 degrees; a record can have several. A box that
 * crosses the antimeridian has its west edge east of its east edge, so the edges are not compared.
 */
@SchemaMigration(
    up =
        """
        CREATE TABLE bounding_box (
          id        bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          record_id bigint        NOT NULL REFERENCES metadata_record (id) ON DELETE CASCADE,
          west      numeric(9, 6) NOT NULL,
          south     numeric(8, 6) NOT NULL,
          east      numeric(9, 6) NOT NULL,
          north     numeric(8, 6) NOT NULL,
          CONSTRAINT bounding_box_longitude
            CHECK (west BETWEEN -180 AND 180 AND east BETWEEN -180 AND 180),
          CONSTRAINT bounding_box_latitude
            CHECK (south BETWEEN -90 AND 90 AND north BETWEEN south AND 90)
        );
        CREATE INDEX bounding_box_record_idx ON bounding_box (record_id);
        """,
    down =
        """
        DROP TABLE bounding_box;
        """)
final class V20261103093000__create_bounding_box_table {}
