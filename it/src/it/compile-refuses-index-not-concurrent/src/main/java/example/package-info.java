/** Servers of version 14 are told apart from the day on which that rule was agreed. */
@MigrationPolicy(
    postgres = 14,
    severities =
        @RuleSeverity(
            rule = "index-corruption-14",
            severity = Severity.ERROR,
            enforceFrom = "20261102094000"))
package example;

import dev.ngdi.migration.MigrationPolicy;
import dev.ngdi.migration.MigrationPolicy.RuleSeverity;
import dev.ngdi.migration.MigrationPolicy.Severity;
