package example;

import dev.ngdi.migration.SchemaMigration;

/** The name speaks of something else. */
@SchemaMigration(up = "CREATE TABLE network (id bigint)", down = "DROP TABLE network")
final class V20261102095000__create_customer_table {}
