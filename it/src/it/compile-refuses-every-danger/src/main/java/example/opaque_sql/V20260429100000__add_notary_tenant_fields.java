package example.opaque_sql;

import dev.ngdi.migration.SchemaMigration;

/** Every table gets a column for its tenant. */
@SchemaMigration(
    up =
        """
        DO $$
        DECLARE t text;
        BEGIN
          FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
            EXECUTE format('ALTER TABLE %I ADD COLUMN tenant text', t);
          END LOOP;
        END $$;
        """,
    down = "ALTER TABLE notary DROP COLUMN tenant")
final class V20260429100000__add_notary_tenant_fields {}
