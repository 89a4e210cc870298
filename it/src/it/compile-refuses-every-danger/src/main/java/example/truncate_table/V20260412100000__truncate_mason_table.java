package example.truncate_table;

import dev.ngdi.migration.Irreversible;
import dev.ngdi.migration.SchemaMigration;

/** All people are imported anew. */
@Irreversible(because = "the import brings all rows")
@SchemaMigration(up = "TRUNCATE mason")
final class V20260412100000__truncate_mason_table {}
