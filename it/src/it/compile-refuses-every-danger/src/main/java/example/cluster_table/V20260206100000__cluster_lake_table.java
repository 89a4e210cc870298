package example.cluster_table;

import dev.ngdi.migration.Irreversible;
import dev.ngdi.migration.SchemaMigration;

/** Lakes are read in the order of their titles. */
@Irreversible(because = "it changes where rows lie, not what they say")
@SchemaMigration(up = "CLUSTER lake USING lake_pkey")
final class V20260206100000__cluster_lake_table {}
