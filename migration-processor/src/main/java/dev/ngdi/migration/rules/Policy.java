package dev.ngdi.migration.rules;

import java.util.Map;
import java.util.Set;

/**
 * A module's settings.
 *
 * @param postgres the oldest major version to support
 * @param enforceFrom the version from which rules apply, or empty for all
 * @param actions words that may begin a name beside the built-in ones
 * @param severities severities that differ from the rules' own, by rule id
 */
public record Policy(
    int postgres, String enforceFrom, Set<String> actions, Map<String, Severity> severities) {
  /** What holds without a {@code @MigrationPolicy}. */
  public static final Policy DEFAULT = new Policy(14, "", Set.of(), Map.of());

  public Policy {
    actions = Set.copyOf(actions);
    severities = Map.copyOf(severities);
  }
}
