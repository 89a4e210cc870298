package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** What the public search shows: published records, with the names that a reader expects. */
@SchemaMigration(
    up =
        """
        CREATE VIEW catalogue_entry AS
        SELECT
          m.id,
          m.file_identifier,
          m.hierarchy_level,
          m.title,
          m.abstract,
          o.slug AS organisation_slug,
          o.name AS organisation_name
        FROM metadata_record m
        JOIN organisation o ON o.id = m.organisation_id
        WHERE m.status = 'published';
        """,
    down =
        """
        DROP VIEW catalogue_entry;
        """)
final class V20261104092000__create_catalogue_entry_view {}
