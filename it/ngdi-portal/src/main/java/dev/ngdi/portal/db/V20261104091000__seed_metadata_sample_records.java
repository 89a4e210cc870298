package dev.ngdi.portal.db;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SeedMigration;

/**
 * Enough records to fill a result page of the portal on a developer's machine: each kind, each
 * stage, with keywords, extents, distributions and a harvest source.
 */
@Allow(
    rule = "unbatched-backfill",
    because = "it makes a dozen rows, and only in a database of a developer")
@SeedMigration(
    environments = "dev",
    up =
        """
        INSERT INTO metadata_record (
          file_identifier, organisation_id, hierarchy_level, status, title, abstract,
          topic_category, lineage, reference_system, document)
        SELECT
          s.file_identifier::uuid, o.id, s.hierarchy_level::hierarchy_level,
          s.status::record_status, s.title, s.abstract, s.topic_category, s.lineage,
          'EPSG:25832', s.document::jsonb
        FROM organisation o
        JOIN (VALUES
          ('national-survey', '6a1c0f0e-0001-4c1e-8f00-000000000001', 'dataset', 'published',
           'Digital elevation model', 'Heights of the ground on a regular grid of one metre.',
           'elevation,imageryBaseMapsEarthCover', 'Airborne laser scanning.',
           '{"licence": "CC-BY-4.0", "language": "eng"}'),
          ('national-survey', '6a1c0f0e-0002-4c1e-8f00-000000000002', 'dataset', 'published',
           'Cadastral parcels', 'Boundaries and numbers of all parcels.',
           'planningCadastre', 'Kept by the cadastral offices.',
           '{"licence": "ODbL-1.0"}'),
          ('coast-office', '6a1c0f0e-0003-4c1e-8f00-000000000003', 'dataset', 'review',
           'Tide gauges', 'Water levels of the last thirty days.',
           'oceans', NULL,
           '{"licence": "CC0-1.0"}'),
          ('coast-office', '6a1c0f0e-0004-4c1e-8f00-000000000004', 'service', 'published',
           'Coast view service', 'Maps of the coast line and the tide gauges.',
           'oceans', NULL, '{}'),
          ('coast-office', '6a1c0f0e-0005-4c1e-8f00-000000000005', 'dataset', 'draft',
           'Dunes', 'Dunes and the paths through them.',
           NULL, NULL, '{}')
        ) AS s (slug, file_identifier, hierarchy_level, status, title, abstract, topic_category,
                lineage, document) ON s.slug = o.slug;

        INSERT INTO bounding_box (record_id, west, south, east, north)
        SELECT id, 5.87, 47.27, 15.04, 55.06
        FROM metadata_record
        WHERE file_identifier::text LIKE '6a1c0f0e-%';

        INSERT INTO record_keyword (record_id, keyword_id)
        SELECT m.id, k.id
        FROM metadata_record m
        JOIN (VALUES
          ('Digital elevation model', 'el'),
          ('Cadastral parcels', 'cp'),
          ('Tide gauges', 'of')
        ) AS s (title, identifier) ON s.title = m.title
        JOIN keyword k ON k.thesaurus_code = 'inspire-theme' AND k.identifier = s.identifier
        WHERE m.file_identifier::text LIKE '6a1c0f0e-%';

        INSERT INTO dataset (record_id, edition, maintenance, scale_denominator)
        SELECT id, '2026', 'annually', 1000
        FROM metadata_record
        WHERE file_identifier::text LIKE '6a1c0f0e-%' AND hierarchy_level = 'dataset';

        INSERT INTO distribution (dataset_id, format, access_url, byte_size)
        SELECT d.record_id, s.format, s.access_url, s.byte_size
        FROM dataset d
        JOIN metadata_record m ON m.id = d.record_id
        JOIN (VALUES
          ('Digital elevation model', 'GeoTIFF', 'https://Download.Survey.example/dem.tif',
           734003200),
          ('Cadastral parcels', 'GeoPackage', 'https://download.survey.example/parcels.gpkg',
           52428800),
          ('Tide gauges', 'CSV', 'https://küste.example:8443/gauges?days=30', NULL),
          ('Tide gauges', 'GeoJSON', 'ftp://coast.example/gauges.json', 40960)
        ) AS s (title, format, access_url, byte_size) ON s.title = m.title
        WHERE m.file_identifier::text LIKE '6a1c0f0e-%';

        INSERT INTO service (record_id, type, version, endpoint_url)
        SELECT id, 'wms', '1.3.0', 'https://maps.coast.example/wms'
        FROM metadata_record
        WHERE file_identifier::text LIKE '6a1c0f0e-%' AND hierarchy_level = 'service';

        INSERT INTO service_layer (service_id, dataset_id, name, title)
        SELECT s.record_id, m.id, 'gauges', 'Tide gauges'
        FROM service s
        CROSS JOIN metadata_record m
        WHERE s.endpoint_url = 'https://maps.coast.example/wms' AND m.title = 'Tide gauges';

        INSERT INTO harvest_source (organisation_id, name, protocol, endpoint_url)
        SELECT id, 'Own catalogue', 'csw', 'https://catalogue.survey.example/csw'
        FROM organisation
        WHERE slug = 'national-survey';
        """,
    down =
        """
        DELETE FROM harvest_source
        WHERE endpoint_url = 'https://catalogue.survey.example/csw';
        DELETE FROM metadata_record
        WHERE file_identifier::text LIKE '6a1c0f0e-%';
        """,
    verify =
        """
        SELECT count(*) = 5
        FROM metadata_record
        WHERE file_identifier::text LIKE '6a1c0f0e-%'
        """)
final class V20261104091000__seed_metadata_sample_records {}
