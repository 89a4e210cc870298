package example.drop_primary_key;

import dev.ngdi.migration.SchemaMigration;

/** Runways are found by their DOI. */
@SchemaMigration(
    up = "ALTER TABLE runway DROP CONSTRAINT runway_pkey;",
    down = "ALTER TABLE runway ADD CONSTRAINT runway_pkey PRIMARY KEY (id);")
final class V20260221100000__remove_runway_pkey_constraint {}
