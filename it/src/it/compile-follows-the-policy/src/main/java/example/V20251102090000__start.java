package example;

import dev.ngdi.migration.SchemaMigration;

@SchemaMigration(up = "CREATE TABLE station (id bigint, public boolean)")
final class V20251102090000__start {}
