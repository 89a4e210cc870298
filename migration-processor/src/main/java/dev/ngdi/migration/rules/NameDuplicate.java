package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationName;
import java.util.List;
import java.util.SortedSet;

/** Refuses two migrations with one name: mostly one change that was made twice. */
final class NameDuplicate implements Rule {
  @Override
  public String summary() {
    return "two migrations with one name, mostly the same change made twice";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject.name().map(name -> findings(subject, name)).orElse(List.of());
  }

  private static List<Finding> findings(Subject subject, MigrationName name) {
    List<String> same =
        subject.known().idsNamed(name.name()).stream()
            .filter(
                id ->
                    MigrationName.parse(id)
                        .filter(other -> !other.version().equals(name.version()))
                        .isPresent())
            .toList();
    SortedSet<String> others = Duplicates.of(subject, same);
    if (others.isEmpty()) {
      return List.of();
    }
    String problem =
        "nobody can tell `%s` from %s: both are called `%s`"
            .formatted(subject.className(), Duplicates.listed(others), name.name());
    String instead =
        NameProposal.of(subject)
            .filter(better -> !better.equals(name.name()))
            .map(better -> NameProposal.declaration(name.version(), better))
            .orElse("a name that tells what is different, or only one of the two");
    return List.of(Finding.in(Part.NAME, problem, instead));
  }
}
