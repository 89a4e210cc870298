package example;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SchemaMigration;

/** Accepts a rule that nobody knows. */
@SchemaMigration(up = "CREATE TABLE reading (id bigint)", down = "DROP TABLE reading")
@Allow(rule = "index-not-concurrently", because = "the table is small")
final class V20261102092000__create_reading_table {}
