package example;

import dev.ngdi.migration.SchemaMigration;

final class _Holder {
  /** A class within another. */
  @SchemaMigration(up = "CREATE TABLE unit (id bigint)", down = "DROP TABLE unit")
  static final class V20261102093000__create_unit_table {}
}
