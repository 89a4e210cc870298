package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** Looks at every dataset under a lock that stops neither reading nor writing. */
@SchemaMigration(
    up =
        """
        ALTER TABLE dataset VALIDATE CONSTRAINT dataset_licence_fkey;
        """,
    down =
        """
        ALTER TABLE dataset DROP CONSTRAINT dataset_licence_fkey;
        ALTER TABLE dataset
          ADD CONSTRAINT dataset_licence_fkey
          FOREIGN KEY (licence_code) REFERENCES licence (code) NOT VALID;
        """)
final class V20261117093000__validate_dataset_licence_reference {}
