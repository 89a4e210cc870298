package example.vacuum_full;

import dev.ngdi.migration.Irreversible;
import dev.ngdi.migration.SchemaMigration;

/** Half of the rows are gone. */
@Irreversible(because = "it changes where rows lie, not what they say")
@SchemaMigration(up = "VACUUM FULL drawbridge")
final class V20260425100000__vacuum_drawbridge_table {}
