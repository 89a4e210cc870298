/** The database is older than its migrations here. */
@MigrationPolicy(baseline = "/db/migration")
package flyway;

import dev.ngdi.migration.MigrationPolicy;
