package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * OGC services and the layers they offer. A layer may show a dataset of the catalogue; it outlives
 * the dataset, because the service does.
 */
@SchemaMigration(
    up =
        """
        CREATE TYPE service_type AS ENUM (
          'csw', 'ogc_api_features', 'ogc_api_records', 'wcs', 'wfs', 'wms', 'wmts');
        CREATE TABLE service (
          record_id    bigint       PRIMARY KEY REFERENCES metadata_record (id) ON DELETE CASCADE,
          type         service_type NOT NULL,
          version      text         NOT NULL,
          endpoint_url text         NOT NULL,
          CONSTRAINT service_endpoint_url_key UNIQUE (endpoint_url)
        );
        SET LOCAL lock_timeout = '2s';
        CREATE TABLE service_layer (
          id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          service_id bigint NOT NULL REFERENCES service (record_id) ON DELETE CASCADE,
          dataset_id bigint REFERENCES dataset (record_id) ON DELETE SET NULL,
          name       text   NOT NULL,
          title      text   NOT NULL,
          CONSTRAINT service_layer_name_key UNIQUE (service_id, name)
        );
        CREATE INDEX service_layer_dataset_idx ON service_layer (dataset_id);
        """,
    down =
        """
        DROP TABLE service_layer;
        DROP TABLE service;
        DROP TYPE service_type;
        """)
final class V20261103111000__create_service_layer_tables {}
