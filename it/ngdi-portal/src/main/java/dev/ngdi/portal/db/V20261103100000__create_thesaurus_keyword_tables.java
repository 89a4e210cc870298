package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * Keywords come from thesauri, so that records of different organisations are found by the same
 * word. A keyword keeps the identifier it has in its thesaurus.
 */
@SchemaMigration(
    up =
        """
        CREATE TABLE thesaurus (
          code    text PRIMARY KEY,
          title   text NOT NULL,
          issued  date NOT NULL
        );
        CREATE TABLE keyword (
          id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          thesaurus_code text   NOT NULL REFERENCES thesaurus (code) ON DELETE CASCADE,
          identifier     text   NOT NULL,
          label          text   NOT NULL,
          CONSTRAINT keyword_identifier_key UNIQUE (thesaurus_code, identifier)
        );
        CREATE INDEX keyword_label_idx ON keyword (lower(label));
        CREATE TABLE record_keyword (
          record_id  bigint NOT NULL REFERENCES metadata_record (id) ON DELETE CASCADE,
          keyword_id bigint NOT NULL REFERENCES keyword (id),
          PRIMARY KEY (record_id, keyword_id)
        );
        CREATE INDEX record_keyword_keyword_idx ON record_keyword (keyword_id);
        """,
    down =
        """
        DROP TABLE record_keyword;
        DROP TABLE keyword;
        DROP TABLE thesaurus;
        """)
final class V20261103100000__create_thesaurus_keyword_tables {}
