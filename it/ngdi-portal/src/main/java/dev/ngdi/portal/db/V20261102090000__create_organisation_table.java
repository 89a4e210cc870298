package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * Every record, user and harvest source belongs to an organisation, so this table comes first. The
 * slug stands in the portal's addresses and never changes.
 */
@SchemaMigration(
    up =
        """
        CREATE TABLE organisation (
          id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          slug       text        NOT NULL,
          name       text        NOT NULL,
          acronym    text,
          homepage   text,
          created_at timestamptz NOT NULL DEFAULT now(),
          CONSTRAINT organisation_slug_key UNIQUE (slug),
          CONSTRAINT organisation_slug_format CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
        );
        """,
    down =
        """
        DROP TABLE organisation;
        """)
final class V20261102090000__create_organisation_table {}
