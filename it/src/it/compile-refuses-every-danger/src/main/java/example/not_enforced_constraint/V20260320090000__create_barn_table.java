package example.not_enforced_constraint;

import dev.ngdi.migration.SchemaMigration;

/** The catalogue lists barns. */
@SchemaMigration(
    up =
        """
        CREATE TABLE barn (id bigint PRIMARY KEY, title text NOT NULL, doi text, size_bytes bigint, publisher_id bigint);
        """,
    down = "DROP TABLE barn;")
final class V20260320090000__create_barn_table {}
