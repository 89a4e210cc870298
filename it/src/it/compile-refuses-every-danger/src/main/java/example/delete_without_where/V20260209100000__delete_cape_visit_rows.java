package example.delete_without_where;

import dev.ngdi.migration.DataMigration;
import dev.ngdi.migration.Irreversible;

/** Visits are counted elsewhere now. */
@Irreversible(because = "the cape_visits are counted elsewhere")
@DataMigration(up = "DELETE FROM cape_visit;")
final class V20260209100000__delete_cape_visit_rows {}
