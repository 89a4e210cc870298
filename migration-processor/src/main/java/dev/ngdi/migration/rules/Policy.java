package dev.ngdi.migration.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A module's settings.
 *
 * @param postgres the oldest major version to support
 * @param enforceFrom the version from which rules apply, or empty for all
 * @param actions words that may begin a name beside the built-in ones
 * @param severities severities that differ from the rules' own, by rule id
 * @param names what the names of new objects must be like
 */
public record Policy(
    int postgres,
    String enforceFrom,
    Set<String> actions,
    Map<String, List<From>> severities,
    List<NamePattern> names) {
  /** What holds without a {@code @MigrationPolicy}. */
  public static final Policy DEFAULT = new Policy(14, "", Set.of(), Map.of());

  public Policy {
    actions = Set.copyOf(actions);
    severities = Map.copyOf(severities);
    names = List.copyOf(names);
  }

  /** A policy that lets objects have any name. */
  public Policy(
      int postgres, String enforceFrom, Set<String> actions, Map<String, List<From>> severities) {
    this(postgres, enforceFrom, actions, severities, List.of());
  }

  /**
   * A severity, and the version from which it holds; empty for all.
   *
   * @param version 14 digits
   */
  public record From(String version, Severity severity) {}

  /** The severity of a rule's findings in a migration of a version. */
  Severity severity(Rule rule, String version) {
    return said(rule, version).orElse(rule.severity());
  }

  /** The severity of a finding in a migration of a version. */
  Severity severity(Rule rule, Finding finding, String version) {
    return said(rule, version).or(finding::severity).orElse(rule.severity());
  }

  private Optional<Severity> said(Rule rule, String version) {
    if (severities.isEmpty()) {
      return Optional.empty();
    }
    Optional<Severity> severity = Optional.empty();
    String since = "";
    for (From from : severities.getOrDefault(rule.id(), List.of())) {
      if (from.version().compareTo(version) <= 0 && from.version().compareTo(since) >= 0) {
        severity = Optional.of(from.severity());
        since = from.version();
      }
    }
    return severity;
  }
}
