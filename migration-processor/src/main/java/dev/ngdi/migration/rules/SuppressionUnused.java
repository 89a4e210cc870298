package dev.ngdi.migration.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses an {@code @Allow} that has outlived its reason: it would hide the next finding. */
final class SuppressionUnused implements Rule {
  @Override
  public String summary() {
    return "an `@Allow` of a rule that finds nothing";
  }

  @Override
  public boolean mandatory() {
    return true;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < subject.accepted().size(); i++) {
      String id = subject.accepted().get(i).rule();
      Optional<Rule> rule = Rules.find(id).filter(Rule::acceptable);
      if (!seen.add(id)) {
        findings.add(finding(i, "`%s` is accepted twice".formatted(id)));
      } else if (subject.enforced()
          && subject.isReadable()
          && rule.filter(r -> Rules.findings(r, subject).isEmpty()).isPresent()) {
        findings.add(
            finding(
                i,
                "`%s` finds nothing here, so `@Allow` would only hide what it finds later"
                    .formatted(id)));
      }
    }
    return List.copyOf(findings);
  }

  private static Finding finding(int index, String problem) {
    return Finding.inAllow(index, problem, "the class without this `@Allow`");
  }
}
