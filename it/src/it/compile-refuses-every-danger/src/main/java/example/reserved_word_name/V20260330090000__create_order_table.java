package example.reserved_word_name;

import dev.ngdi.migration.SchemaMigration;

/** Users order data on a disk. */
@SchemaMigration(
    up =
        """
        CREATE TABLE "order" (id bigint PRIMARY KEY, customer text NOT NULL);
        """,
    down = "DROP TABLE \"order\"")
final class V20260330090000__create_order_table {}
