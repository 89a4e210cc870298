package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** Most records arrive by harvesting; each run is a job of its source, with its figures. */
@SchemaMigration(
    up =
        """
        CREATE TYPE harvest_state AS ENUM ('queued', 'running', 'succeeded', 'failed');
        CREATE TABLE harvest_source (
          id              bigint       GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          organisation_id bigint       NOT NULL REFERENCES organisation (id),
          name            text         NOT NULL,
          protocol        service_type NOT NULL,
          endpoint_url    text         NOT NULL,
          every           interval     NOT NULL DEFAULT '1 day',
          active          boolean      NOT NULL DEFAULT true,
          CONSTRAINT harvest_source_name_key UNIQUE (organisation_id, name),
          CONSTRAINT harvest_source_protocol CHECK (protocol IN ('csw', 'ogc_api_records'))
        );
        CREATE TABLE harvest_job (
          id              bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          source_id       bigint        NOT NULL REFERENCES harvest_source (id) ON DELETE CASCADE,
          state           harvest_state NOT NULL DEFAULT 'queued',
          queued_at       timestamptz   NOT NULL DEFAULT now(),
          started_at      timestamptz,
          finished_at     timestamptz,
          records_read    integer       NOT NULL DEFAULT 0,
          records_changed integer       NOT NULL DEFAULT 0,
          message         text,
          CONSTRAINT harvest_job_order CHECK (finished_at >= started_at)
        );
        CREATE INDEX harvest_job_source_idx ON harvest_job (source_id, queued_at);
        """,
    down =
        """
        DROP TABLE harvest_job;
        DROP TABLE harvest_source;
        DROP TYPE harvest_state;
        """)
final class V20261103112000__create_harvest_source_job_tables {}
