package example.unique_index_duplicates;

import dev.ngdi.migration.SchemaMigration;

/** No two cloisters have one DOI. */
@SchemaMigration(
    up = "CREATE UNIQUE INDEX CONCURRENTLY cloister_doi_key ON cloister (doi);",
    down = "DROP INDEX CONCURRENTLY cloister_doi_key;")
final class V20260420100000__add_cloister_doi_index {}
