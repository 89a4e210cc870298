package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** Terms of use are shared by many datasets and shown with their title and address. */
@SchemaMigration(
    up =
        """
        CREATE TABLE licence (
          code      text    PRIMARY KEY,
          title     text    NOT NULL,
          url       text    NOT NULL,
          open_data boolean NOT NULL
        );
        """,
    down =
        """
        DROP TABLE licence;
        """)
final class V20261102100000__create_licence_table {}
