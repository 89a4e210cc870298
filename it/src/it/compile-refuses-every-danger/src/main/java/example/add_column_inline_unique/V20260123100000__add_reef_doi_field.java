package example.add_column_inline_unique;

import dev.ngdi.migration.SchemaMigration;

/** Papers cite reefs by their DOI. */
@SchemaMigration(
    up = "ALTER TABLE reef ADD COLUMN doi text UNIQUE;",
    down = "ALTER TABLE reef DROP COLUMN doi;")
final class V20260123100000__add_reef_doi_field {}
