package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Problem;
import java.util.List;

/** Refuses to drop what the replayed schema still needs. */
final class DropStillNeeded implements Rule {
  @Override
  public String summary() {
    return "dropping what something else still needs";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Problems.in(subject, Problem.Kind.STILL_NEEDED);
  }
}
