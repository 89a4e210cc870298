package example.add_column_domain_check;

import dev.ngdi.migration.SchemaMigration;

/** Readers filter orchards by language. */
@SchemaMigration(
    up = "ALTER TABLE orchard ADD COLUMN language iso_code;",
    down = "ALTER TABLE orchard DROP COLUMN language;")
final class V20260117110000__add_orchard_language_field {}
