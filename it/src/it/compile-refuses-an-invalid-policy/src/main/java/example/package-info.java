/** A policy that means nothing. */
@MigrationPolicy(
    postgres = 9,
    enforceFrom = "2026-11-01",
    severities = @RuleSeverity(rule = "index-concurrent", severity = Severity.OFF))
package example;

import dev.ngdi.migration.MigrationPolicy;
import dev.ngdi.migration.MigrationPolicy.RuleSeverity;
import dev.ngdi.migration.MigrationPolicy.Severity;
