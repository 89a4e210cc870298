/** The team's own rules. */
@MigrationPolicy(
    postgres = 16,
    enforceFrom = "20261102000000",
    actions = "publish",
    severities = @RuleSeverity(rule = "entity-mismatch", severity = Severity.WARNING))
package example;

import dev.ngdi.migration.MigrationPolicy;
import dev.ngdi.migration.MigrationPolicy.RuleSeverity;
import dev.ngdi.migration.MigrationPolicy.Severity;
