/** The database is older than its migrations here. */
@MigrationPolicy(baseline = "schema/baseline.sql")
package dumped;

import dev.ngdi.migration.MigrationPolicy;
