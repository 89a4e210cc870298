package dev.ngdi.portal.db;

import dev.ngdi.migration.SchemaMigration;

/** What a record describes: the part of the ISO 19115 scope codes that the portal accepts. */
@SchemaMigration(
    up =
        """
        CREATE TYPE hierarchy_level AS ENUM ('series', 'dataset', 'service', 'application');
        """,
    down =
        """
        DROP TYPE hierarchy_level;
        """)
final class V20261103091000__create_hierarchy_level_enum {}
