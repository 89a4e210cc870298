package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * The heart of the catalogue. What the portal searches and filters by is a column, named as in ISO
 * 19115; the rest of the record stays in the document, as it was harvested. The search vector is
 * part of the first definition because adding it later would rewrite the table.
 */
@SchemaMigration(
    up =
        """
        CREATE TABLE metadata_record (
          id               bigint          GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          file_identifier  uuid            NOT NULL DEFAULT gen_random_uuid(),
          organisation_id  bigint          NOT NULL REFERENCES organisation (id),
          parent_id        bigint          REFERENCES metadata_record (id),
          hierarchy_level  hierarchy_level NOT NULL,
          status           record_status   NOT NULL DEFAULT 'draft',
          title            text            NOT NULL,
          abstract         text            NOT NULL,
          topic_category   text,
          lineage          text,
          reference_system text,
          date_stamp       date            NOT NULL DEFAULT current_date,
          document         jsonb           NOT NULL DEFAULT '{}',
          created_at       timestamptz     NOT NULL DEFAULT now(),
          updated_at       timestamptz     NOT NULL DEFAULT now(),
          search_vector    tsvector        GENERATED ALWAYS AS (
            setweight(to_tsvector('simple', title), 'A')
              || setweight(to_tsvector('simple', abstract), 'B')
              || setweight(to_tsvector('simple', coalesce(lineage, '')), 'C')
          ) STORED,
          CONSTRAINT metadata_record_file_identifier_key UNIQUE (file_identifier),
          CONSTRAINT metadata_record_title_present CHECK (title <> ''),
          CONSTRAINT metadata_record_document_object CHECK (jsonb_typeof(document) = 'object')
        );
        CREATE INDEX metadata_record_organisation_idx ON metadata_record (organisation_id, status);
        CREATE INDEX metadata_record_parent_idx ON metadata_record (parent_id);
        """,
    down =
        """
        DROP TABLE metadata_record;
        """)
final class V20261103092000__create_metadata_record_table {}
