package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationName;
import java.util.List;

/** Refuses a name whose action is not what the SQL does. */
final class ActionMismatch implements Rule {
  @Override
  public String summary() {
    return "a name that says one thing and SQL that does another";
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (!Vocabulary.canCompare(subject) || Vocabulary.keepsPromise(subject)) {
      return List.of();
    }
    MigrationName name = subject.name().orElseThrow();
    String problem =
        "the name says `%s`, but its SQL is %s"
            .formatted(name.action(), Statements.listed(subject.up().orElseThrow()));
    String instead =
        NameProposal.of(subject)
            .map(better -> NameProposal.declaration(name.version(), better))
            .orElse("");
    return List.of(Finding.in(Part.NAME, problem, instead));
  }
}
