package example.domain_constraint;

import dev.ngdi.migration.SchemaMigration;

/** An address has an @. */
@SchemaMigration(
    up = "ALTER DOMAIN email ADD CONSTRAINT email_check CHECK (value LIKE '%@%')",
    down = "ALTER DOMAIN email DROP CONSTRAINT email_check")
final class V20260212100000__add_email_constraint {}
