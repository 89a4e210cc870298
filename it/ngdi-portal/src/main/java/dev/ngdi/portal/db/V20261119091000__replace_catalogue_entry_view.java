package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/**
 * The result page shows the topics and the licence; new columns stand last, for readers by place.
 */
@SchemaMigration(
    up =
        """
        CREATE OR REPLACE VIEW catalogue_entry AS
        SELECT
          m.id,
          m.file_identifier,
          m.hierarchy_level,
          m.title,
          m.abstract,
          o.slug AS organisation_slug,
          o.name AS organisation_name,
          m.topics,
          m.language,
          l.title AS licence_title,
          coalesce(l.open_data, false) AS open_data
        FROM metadata_record m
        JOIN organisation o ON o.id = m.organisation_id
        LEFT JOIN dataset d ON d.record_id = m.id
        LEFT JOIN licence l ON l.code = d.licence_code
        WHERE m.status = 'published';
        """,
    down =
        """
        DROP VIEW catalogue_entry;
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
        """)
final class V20261119091000__replace_catalogue_entry_view {}
