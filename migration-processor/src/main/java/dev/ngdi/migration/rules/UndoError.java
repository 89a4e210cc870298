package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.sql.Script;
import java.util.ArrayList;
import java.util.List;

/** Refuses a {@code down} that PostgreSQL will refuse right behind its {@code up}. */
final class UndoError implements Rule {
  @Override
  public String summary() {
    return "a `down` that fails when it is run right behind its `up`";
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (!subject.up().orElse(Script.EMPTY).problems().isEmpty()
        || subject.timeline().up().stream().anyMatch(change -> !change.problems().isEmpty())) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    for (Change change : subject.timeline().down()) {
      for (Problem problem : change.problems()) {
        findings.add(
            Finding.at(
                Part.DOWN,
                change.statement(),
                "`down` fails: " + problem.message(),
                WayBack.of(subject)));
      }
    }
    return List.copyOf(findings);
  }
}
