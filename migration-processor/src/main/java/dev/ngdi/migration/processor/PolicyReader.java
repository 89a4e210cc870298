package dev.ngdi.migration.processor;

import dev.ngdi.migration.MigrationPolicy;
import dev.ngdi.migration.model.MigrationName;
import dev.ngdi.migration.processor.Diagnostics.Place;
import dev.ngdi.migration.rules.Policy;
import dev.ngdi.migration.rules.Rule;
import dev.ngdi.migration.rules.Rules;
import dev.ngdi.migration.rules.Severity;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private static final int OLDEST = 14;
  private static final int NEWEST = 18;

  private final Elements elements;
  private final Diagnostics diagnostics;

  PolicyReader(Elements elements, Diagnostics diagnostics) {
    this.elements = elements;
    this.diagnostics = diagnostics;
  }

  /**
   * Reads the policy.
   *
   * @param packages the names of the packages that hold migrations
   * @param annotated the packages of this compilation that bear a policy
   */
  Policy read(Collection<String> packages, Collection<PackageElement> annotated) {
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
    return found.values().stream().findFirst().map(this::read).orElse(Policy.DEFAULT);
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

  private Policy read(PackageElement element) {
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
          "14 digits, a real date and time: yyyyMMddHHmmss");
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
    return new Policy(postgres, enforceFrom, actions, severities(element, mirror));
  }

  private Map<String, Severity> severities(PackageElement element, AnnotationMirror mirror) {
    Map<String, Severity> severities = new HashMap<>();
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
      } else if (severities.put(
              id, Severity.valueOf(Mirrors.enumConstant(one, "severity").orElse("ERROR")))
          != null) {
        report(
            at(element, mirror, "severities"),
            "the rule `%s` has two severities".formatted(id),
            "one of them");
      }
    }
    return severities;
  }

  private static Place at(PackageElement element, AnnotationMirror mirror, String attribute) {
    return Place.of(element, mirror, Mirrors.value(mirror, attribute));
  }

  private void report(Place place, String problem, String instead) {
    diagnostics.misuse(place, RULE, problem, instead);
  }
}
