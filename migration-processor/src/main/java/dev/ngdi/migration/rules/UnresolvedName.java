package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Problem;
import java.util.List;

/** Refuses names that the replayed schema does not have. */
final class UnresolvedName implements Rule {
  @Override
  public String summary() {
    return "a name that means nothing in the schema that the migration meets";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Problems.in(subject, Problem.Kind.NAME_NOT_FOUND);
  }
}
