package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Problem;
import java.util.List;

/** Refuses what PostgreSQL will not do to the object as the replayed schema has it. */
final class ImpossibleChange implements Rule {
  @Override
  public String summary() {
    return "a change that PostgreSQL refuses in the state that it meets";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Problems.in(subject, Problem.Kind.NOT_POSSIBLE);
  }
}
