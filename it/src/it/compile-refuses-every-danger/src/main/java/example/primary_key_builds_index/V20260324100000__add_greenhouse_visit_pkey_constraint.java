package example.primary_key_builds_index;

import dev.ngdi.migration.SchemaMigration;

/** Each visit has a number of its own. */
@SchemaMigration(
    up = "ALTER TABLE greenhouse_visit ADD CONSTRAINT greenhouse_visit_pkey PRIMARY KEY (id);",
    down = "ALTER TABLE greenhouse_visit DROP CONSTRAINT greenhouse_visit_pkey;")
final class V20260324100000__add_greenhouse_visit_pkey_constraint {}
