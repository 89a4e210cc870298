package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * A dataset is a record that can be downloaded: it adds what only data has, and one distribution
 * for each file or address it is offered at.
 */
@SchemaMigration(
    up =
        """
        CREATE TABLE dataset (
          record_id          bigint  PRIMARY KEY REFERENCES metadata_record (id) ON DELETE CASCADE,
          edition            text,
          maintenance        text    NOT NULL DEFAULT 'unknown',
          scale_denominator  integer,
          resolution_metres  numeric,
          CONSTRAINT dataset_scale_positive CHECK (scale_denominator > 0),
          CONSTRAINT dataset_resolution_positive CHECK (resolution_metres > 0)
        );
        CREATE TABLE distribution (
          id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          dataset_id bigint      NOT NULL REFERENCES dataset (record_id) ON DELETE CASCADE,
          format     text        NOT NULL,
          access_url text        NOT NULL,
          byte_size  bigint,
          created_at timestamptz NOT NULL DEFAULT now(),
          CONSTRAINT distribution_access_url_key UNIQUE (dataset_id, access_url),
          CONSTRAINT distribution_byte_size_positive CHECK (byte_size >= 0)
        );
        """,
    down =
        """
        DROP TABLE distribution;
        DROP TABLE dataset;
        """)
final class V20261103110000__create_dataset_distribution_tables {}
