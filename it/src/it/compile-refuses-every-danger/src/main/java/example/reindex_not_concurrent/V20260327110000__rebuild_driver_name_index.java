package example.reindex_not_concurrent;

import dev.ngdi.migration.Irreversible;
import dev.ngdi.migration.SchemaMigration;

/** The index has grown to four times its size. */
@Irreversible(because = "an index that was built anew needs no way back")
@SchemaMigration(up = "REINDEX INDEX driver_name_idx")
final class V20260327110000__rebuild_driver_name_index {}
