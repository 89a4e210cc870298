package example.truncate_cascade;

import dev.ngdi.migration.Irreversible;
import dev.ngdi.migration.SchemaMigration;

/** All people are imported anew. */
@Irreversible(because = "the import brings all rows")
@SchemaMigration(up = "TRUNCATE baker CASCADE")
final class V20260411110000__truncate_baker_table {}
