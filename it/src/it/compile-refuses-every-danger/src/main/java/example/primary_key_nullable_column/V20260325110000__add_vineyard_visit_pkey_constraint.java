package example.primary_key_nullable_column;

import dev.ngdi.migration.SchemaMigration;

/** Each visit has a number of its own. */
@SchemaMigration(
    up =
        "ALTER TABLE vineyard_visit ADD CONSTRAINT vineyard_visit_pkey PRIMARY KEY USING INDEX vineyard_visit_pkey;",
    down =
        """
        ALTER TABLE vineyard_visit DROP CONSTRAINT vineyard_visit_pkey;
        ALTER TABLE vineyard_visit ALTER COLUMN id DROP NOT NULL;
        CREATE UNIQUE INDEX vineyard_visit_pkey ON vineyard_visit (id);
        """)
final class V20260325110000__add_vineyard_visit_pkey_constraint {}
