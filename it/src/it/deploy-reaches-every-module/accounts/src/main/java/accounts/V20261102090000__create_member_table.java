package accounts;

import dev.ngdi.migration.SchemaMigration;

/** Members may read what is not public. */
@SchemaMigration(up = "CREATE TABLE member (id bigint)", down = "DROP TABLE member")
final class V20261102090000__create_member_table {}
