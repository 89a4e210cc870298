package example;

import dev.ngdi.migration.SchemaMigration;

/** Words are in lower snake case. */
@SchemaMigration(up = "CREATE TABLE reading (id bigint)", down = "DROP TABLE reading")
final class V20261102091000__createReadingTable {}
