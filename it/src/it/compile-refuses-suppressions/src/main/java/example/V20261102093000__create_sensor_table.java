package example;

import dev.ngdi.migration.Allow;
import dev.ngdi.migration.SchemaMigration;

/** Accepts what cannot be accepted. */
@SchemaMigration(up = "CREATE TABLE sensor (id bigint", down = "DROP TABLE sensor")
@Allow(rule = "syntax-error", because = "it works on my machine")
final class V20261102093000__create_sensor_table {}
