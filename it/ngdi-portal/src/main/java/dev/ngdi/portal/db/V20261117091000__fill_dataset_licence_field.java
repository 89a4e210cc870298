package dev.ngdi.portal.db;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.DataMigration;

/** Takes over the licences that the portal knows; a publisher has to look at the others. */
@Allow(
    rule = "unbatched-backfill",
    because = "the catalogue has some 15,000 datasets, which are changed in a second")
@DataMigration(
    up =
        """
        UPDATE dataset
        SET licence_code = l.code
        FROM metadata_record m
        JOIN licence l ON l.code = m.document ->> 'licence'
        WHERE m.id = dataset.record_id AND dataset.licence_code IS NULL;
        """,
    down =
        """
        UPDATE dataset
        SET licence_code = NULL
        WHERE licence_code IS NOT NULL;
        """)
final class V20261117091000__fill_dataset_licence_field {}
