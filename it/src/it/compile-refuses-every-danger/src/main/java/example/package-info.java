/**
 * One violation of each rule that no other scenario shows, in a package with the rule's name. Rules
 * that are off by default are on for the migrations of their package alone.
 */
@MigrationPolicy(
    postgres = 15,
    names = @NamePattern(kind = NamedKind.TABLE, pattern = "[a-z][a-z0-9_]*"),
    severities = {
      @RuleSeverity(
          rule = "lock-timeout-missing",
          severity = Severity.ERROR,
          enforceFrom = "20260111000000"),
      @RuleSeverity(
          rule = "lock-timeout-missing",
          severity = Severity.OFF,
          enforceFrom = "20260112000000"),
      @RuleSeverity(
          rule = "char-column",
          severity = Severity.ERROR,
          enforceFrom = "20260204000000"),
      @RuleSeverity(rule = "char-column", severity = Severity.OFF, enforceFrom = "20260205000000"),
      @RuleSeverity(
          rule = "drop-not-null",
          severity = Severity.ERROR,
          enforceFrom = "20260219000000"),
      @RuleSeverity(
          rule = "drop-not-null",
          severity = Severity.OFF,
          enforceFrom = "20260220000000"),
      @RuleSeverity(
          rule = "float-amount",
          severity = Severity.ERROR,
          enforceFrom = "20260228000000"),
      @RuleSeverity(rule = "float-amount", severity = Severity.OFF, enforceFrom = "20260301000000"),
      @RuleSeverity(
          rule = "integer-primary-key",
          severity = Severity.ERROR,
          enforceFrom = "20260312000000"),
      @RuleSeverity(
          rule = "integer-primary-key",
          severity = Severity.OFF,
          enforceFrom = "20260313000000"),
      @RuleSeverity(
          rule = "missing-comment",
          severity = Severity.ERROR,
          enforceFrom = "20260313000000"),
      @RuleSeverity(
          rule = "missing-comment",
          severity = Severity.OFF,
          enforceFrom = "20260314000000"),
      @RuleSeverity(
          rule = "missing-primary-key",
          severity = Severity.ERROR,
          enforceFrom = "20260314000000"),
      @RuleSeverity(
          rule = "missing-primary-key",
          severity = Severity.OFF,
          enforceFrom = "20260315000000"),
      @RuleSeverity(
          rule = "money-column",
          severity = Severity.ERROR,
          enforceFrom = "20260316000000"),
      @RuleSeverity(rule = "money-column", severity = Severity.OFF, enforceFrom = "20260317000000"),
      @RuleSeverity(
          rule = "natural-primary-key",
          severity = Severity.ERROR,
          enforceFrom = "20260319000000"),
      @RuleSeverity(
          rule = "natural-primary-key",
          severity = Severity.OFF,
          enforceFrom = "20260320000000"),
      @RuleSeverity(
          rule = "nullable-everything",
          severity = Severity.ERROR,
          enforceFrom = "20260321000000"),
      @RuleSeverity(
          rule = "nullable-everything",
          severity = Severity.OFF,
          enforceFrom = "20260322000000"),
      @RuleSeverity(
          rule = "reserved-word-name",
          severity = Severity.ERROR,
          enforceFrom = "20260330000000"),
      @RuleSeverity(
          rule = "reserved-word-name",
          severity = Severity.OFF,
          enforceFrom = "20260331000000"),
      @RuleSeverity(
          rule = "serial-column",
          severity = Severity.ERROR,
          enforceFrom = "20260403000000"),
      @RuleSeverity(
          rule = "serial-column",
          severity = Severity.OFF,
          enforceFrom = "20260404000000"),
      @RuleSeverity(
          rule = "timestamp-without-zone",
          severity = Severity.ERROR,
          enforceFrom = "20260410000000"),
      @RuleSeverity(
          rule = "timestamp-without-zone",
          severity = Severity.OFF,
          enforceFrom = "20260411000000"),
      @RuleSeverity(
          rule = "unqualified-table-name",
          severity = Severity.ERROR,
          enforceFrom = "20260422000000"),
      @RuleSeverity(
          rule = "unqualified-table-name",
          severity = Severity.OFF,
          enforceFrom = "20260423000000"),
      @RuleSeverity(
          rule = "varchar-column",
          severity = Severity.ERROR,
          enforceFrom = "20260427000000"),
      @RuleSeverity(
          rule = "varchar-column",
          severity = Severity.OFF,
          enforceFrom = "20260428000000")
    })
package example;

import dev.ngdi.migration.MigrationPolicy;
import dev.ngdi.migration.MigrationPolicy.NamePattern;
import dev.ngdi.migration.MigrationPolicy.NamedKind;
import dev.ngdi.migration.MigrationPolicy.RuleSeverity;
import dev.ngdi.migration.MigrationPolicy.Severity;
