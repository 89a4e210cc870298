package dev.ngdi.migration.processor;

import dev.ngdi.migration.MigrationPolicy;
import dev.ngdi.migration.model.MigrationName;
import dev.ngdi.migration.processor.Diagnostics.Place;
import dev.ngdi.migration.rules.NamePattern;
import dev.ngdi.migration.rules.Policy;
import dev.ngdi.migration.rules.Rule;
import dev.ngdi.migration.rules.Rules;
import dev.ngdi.migration.rules.Severity;
import dev.ngdi.migration.schema.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.Elements;

/**
 * Finds the module's one policy, in the packages of its migrations or above them, and checks it.
 */
final class PolicyReader {
  private static final String POLICY = MigrationPolicy.class.getCanonicalName();
  private static final String RULE = "policy-invalid";
  private static final String VERSION = "14 digits, a real date and time: yyyyMMddHHmmss";
  private static final int OLDEST = 14;
  private static final int NEWEST = 18;

  private final Elements elements;
  private final Baseline baseline;
  private final Diagnostics diagnostics;

  PolicyReader(Elements elements, Baseline baseline, Diagnostics diagnostics) {
    this.elements = elements;
    this.baseline = baseline;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads the policy.
   *
   * @param packages the names of the packages that hold migrations
   * @param annotated the packages of this compilation that bear a policy
   */
  ModuleSettings read(Collection<String> packages, Collection<PackageElement> annotated) {
    Map<String, PackageElement> found = new LinkedHashMap<>();
    for (String name : packages) {
      nearest(name).ifPresent(p -> found.putIfAbsent(p.getQualifiedName().toString(), p));
    }
    for (PackageElement element : annotated) {
      if (!packages.isEmpty() && !found.containsKey(element.getQualifiedName().toString())) {
        report(
            Place.of(element),
            "no migration is in `%s` or below it, so this policy holds for none"
                .formatted(element.getQualifiedName()),
            "@MigrationPolicy on the package-info.java of "
                + packages.stream().sorted().collect(Collectors.joining(" or ")));
      }
    }
    if (found.size() > 1) {
      PackageElement second = found.values().stream().skip(1).findFirst().orElseThrow();
      report(
          Place.of(second),
          "two policies hold in one module: on %s"
              .formatted(
                  found.keySet().stream()
                      .map(p -> "`" + p + "`")
                      .collect(Collectors.joining(" and "))),
          "one, on a package above all migrations");
    }
    return found.values().stream()
        .findFirst()
        .map(this::read)
        .orElseGet(
            () -> new ModuleSettings(Policy.DEFAULT, Schema.empty(Policy.DEFAULT.postgres())));
  }

  private Optional<PackageElement> nearest(String packageName) {
    for (String name = packageName;
        !name.isEmpty();
        name = name.substring(0, Math.max(0, name.lastIndexOf('.')))) {
      PackageElement element = elements.getPackageElement(name);
      if (element != null && Mirrors.find(element, POLICY).isPresent()) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private ModuleSettings read(PackageElement element) {
    AnnotationMirror mirror = Mirrors.find(element, POLICY).orElseThrow();
    int postgres =
        Mirrors.value(mirror, "postgres").map(v -> (Integer) v.getValue()).orElse(OLDEST);
    if (postgres < OLDEST || postgres > NEWEST) {
      report(
          at(element, mirror, "postgres"),
          "PostgreSQL %d is not supported".formatted(postgres),
          "a major version from %d to %d".formatted(OLDEST, NEWEST));
    }
    String enforceFrom = Mirrors.string(mirror, "enforceFrom").orElse("");
    if (!enforceFrom.isEmpty() && !MigrationName.isVersion(enforceFrom)) {
      report(
          at(element, mirror, "enforceFrom"),
          "`%s` is not the version of a migration".formatted(enforceFrom),
          VERSION);
    }
    Set<String> actions =
        Mirrors.array(mirror, "actions").stream().map(Mirrors::string).collect(Collectors.toSet());
    for (AnnotationValue action : Mirrors.array(mirror, "actions")) {
      if (!Mirrors.string(action).matches("[a-z][a-z0-9]*")) {
        report(
            Place.of(element, mirror, Optional.of(action)),
            "`%s` is not a word that a name can begin with".formatted(Mirrors.string(action)),
            "one word of lower-case letters and digits");
      }
    }
    return new ModuleSettings(
        new Policy(
            postgres,
            enforceFrom,
            actions,
            severities(element, mirror),
            namePatterns(element, mirror)),
        start(Schema.empty(postgres), element, mirror));
  }

  private Schema start(Schema empty, PackageElement element, AnnotationMirror mirror) {
    return Mirrors.string(mirror, "baseline")
        .filter(name -> !name.isBlank())
        .map(
            name ->
                baseline.replay(
                    empty,
                    name,
                    element.getQualifiedName().toString(),
                    at(element, mirror, "baseline")))
        .orElse(empty);
  }

  private Map<String, List<Policy.From>> severities(
      PackageElement element, AnnotationMirror mirror) {
    Map<String, List<Policy.From>> severities = new HashMap<>();
    for (AnnotationMirror one : Mirrors.annotations(mirror, "severities")) {
      String id = Mirrors.string(one, "rule").orElse("");
      Optional<Rule> rule = Rules.ALL.stream().filter(r -> r.id().equals(id)).findFirst();
      if (rule.isEmpty()) {
        report(
            at(element, mirror, "severities"),
            "there is no rule `%s`".formatted(id),
            "an id as errors print it in square brackets");
      } else if (rule.get().mandatory()) {
        report(
            at(element, mirror, "severities"),
            "the rule `%s` is mandatory: without it a migration means nothing".formatted(id),
            "no severity for it");
      } else {
        addSeverity(
            element, mirror, one, severities.computeIfAbsent(id, unused -> new ArrayList<>()));
      }
    }
    return severities;
  }

  private void addSeverity(
      PackageElement element,
      AnnotationMirror policy,
      AnnotationMirror severity,
      List<Policy.From> known) {
    String id = Mirrors.string(severity, "rule").orElse("");
    String version = Mirrors.string(severity, "enforceFrom").orElse("");
    if (!version.isEmpty() && !MigrationName.isVersion(version)) {
      report(
          at(element, policy, "severities"),
          "`%s` is not the version of a migration".formatted(version),
          VERSION);
    } else if (known.stream().anyMatch(from -> from.version().equals(version))) {
      report(
          at(element, policy, "severities"),
          "the rule `%s` has two severities".formatted(id),
          "one of them, or an `enforceFrom` for the later one");
    } else {
      known.add(
          new Policy.From(
              version,
              Severity.valueOf(Mirrors.enumConstant(severity, "severity").orElse("ERROR"))));
    }
  }

  private List<NamePattern> namePatterns(PackageElement element, AnnotationMirror mirror) {
    List<NamePattern> patterns = new ArrayList<>();
    for (AnnotationMirror one : Mirrors.annotations(mirror, "names")) {
      String pattern = Mirrors.string(one, "pattern").orElse("");
      Optional<NamePattern.Kind> kind =
          Mirrors.enumConstant(one, "kind").map(NamePattern.Kind::valueOf);
      Optional<String> fault = NamePattern.fault(pattern);
      if (fault.isPresent()) {
        report(
            at(element, mirror, "names"),
            "`%s` is not a regular expression: %s".formatted(pattern, fault.get()),
            "a pattern such as `[a-z][a-z0-9_]*` or `{table}_{columns}_idx`");
      } else {
        kind.ifPresent(k -> patterns.add(new NamePattern(k, pattern)));
      }
    }
    return List.copyOf(patterns);
  }

  private static Place at(PackageElement element, AnnotationMirror mirror, String attribute) {
    return Place.of(element, mirror, Mirrors.value(mirror, attribute));
  }

  private void report(Place place, String problem, String instead) {
    diagnostics.misuse(place, RULE, problem, instead);
  }
}
