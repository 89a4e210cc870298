package dev.ngdi.portal.db;

import dev.ngdi.migration.SeedMigration;

/** The licences that publishers choose from, in every environment; codes are those of SPDX. */
@SeedMigration(
    up =
        """
        INSERT INTO licence (code, title, url, open_data) VALUES
          ('CC0-1.0', 'Creative Commons Zero 1.0',
           'https://creativecommons.org/publicdomain/zero/1.0/', true),
          ('CC-BY-4.0', 'Creative Commons Attribution 4.0',
           'https://creativecommons.org/licenses/by/4.0/', true),
          ('CC-BY-SA-4.0', 'Creative Commons Attribution Share Alike 4.0',
           'https://creativecommons.org/licenses/by-sa/4.0/', true),
          ('CC-BY-NC-4.0', 'Creative Commons Attribution Non Commercial 4.0',
           'https://creativecommons.org/licenses/by-nc/4.0/', false),
          ('ODbL-1.0', 'Open Data Commons Open Database License 1.0',
           'https://opendatacommons.org/licenses/odbl/1-0/', true);
        """,
    down =
        """
        DELETE FROM licence
        WHERE code IN ('CC0-1.0', 'CC-BY-4.0', 'CC-BY-SA-4.0', 'CC-BY-NC-4.0', 'ODbL-1.0');
        """,
    verify = "SELECT count(*) >= 5 FROM licence")
final class V20261102101000__seed_licence_common_terms {}
