package dev.ngdi.portal.db;

import dev.ngdi.migration.SeedMigration;

/** The 34 spatial data themes of INSPIRE, which every environment needs to classify records. */
@SeedMigration(
    upFile = "V20261103101000__import_keyword_inspire_themes.up.sql",
    down =
        """
        DELETE FROM thesaurus
        WHERE code = 'inspire-theme';
        """,
    verify = "SELECT count(*) = 34 FROM keyword WHERE thesaurus_code = 'inspire-theme'")
final class V20261103101000__import_keyword_inspire_themes {}
