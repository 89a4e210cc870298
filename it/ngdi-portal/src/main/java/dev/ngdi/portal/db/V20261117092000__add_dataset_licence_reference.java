package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** A dataset names only licences that exist; rows that are there are looked at next. */
@SchemaMigration(
    up =
        """
        ALTER TABLE dataset
          ADD CONSTRAINT dataset_licence_fkey
          FOREIGN KEY (licence_code) REFERENCES licence (code) NOT VALID;
        """,
    down =
        """
        ALTER TABLE dataset DROP CONSTRAINT dataset_licence_fkey;
        """)
final class V20261117092000__add_dataset_licence_reference {}
