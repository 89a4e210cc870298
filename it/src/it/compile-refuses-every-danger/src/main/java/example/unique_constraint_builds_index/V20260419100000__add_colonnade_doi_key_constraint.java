package example.unique_constraint_builds_index;

import dev.ngdi.migration.SchemaMigration;

/** No two colonnades have one DOI. */
@SchemaMigration(
    up = "ALTER TABLE colonnade ADD CONSTRAINT colonnade_doi_key UNIQUE (doi);",
    down = "ALTER TABLE colonnade DROP CONSTRAINT colonnade_doi_key;")
final class V20260419100000__add_colonnade_doi_key_constraint {}
