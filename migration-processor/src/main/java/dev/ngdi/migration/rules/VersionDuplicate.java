package dev.ngdi.migration.rules;

import java.util.List;
import java.util.SortedSet;

/** Refuses two migrations with one version: the history has one row for it. */
final class VersionDuplicate implements Rule {
  @Override
  public String summary() {
    return "two migrations with one version, of which only one can be applied";
  }

  @Override
  public boolean mandatory() {
    return true;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject.version().map(version -> findings(subject, version)).orElse(List.of());
  }

  private static List<Finding> findings(Subject subject, String version) {
    SortedSet<String> others = Duplicates.of(subject, subject.known().idsOf(version));
    if (others.isEmpty()) {
      return List.of();
    }
    String problem =
        "only one migration can be applied as version `%s`, and there are `%s` and %s"
            .formatted(version, subject.className(), Duplicates.listed(others));
    String name = subject.id().substring("V".length() + version.length() + "__".length());
    return List.of(Finding.in(Part.NAME, problem, Duplicates.renamed(subject, others, name)));
  }
}
