package example;

import dev.ngdi.migration.SchemaMigration;

/** A warning, because the policy says so. */
@SchemaMigration(up = "CREATE TABLE network (id bigint)", down = "DROP TABLE network")
final class V20261102091000__create_customer_table {}
