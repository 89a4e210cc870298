package example;

import dev.ngdi.migration.SchemaMigration;

/** Nobody knows what it is to make a table. */
@SchemaMigration(up = "CREATE TABLE operator_of (id bigint)", down = "DROP TABLE operator_of")
final class V20261102093000__make_operator_table {}
