package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Problem;
import java.util.List;

/** Refuses to make what the replayed schema already has. */
final class NameTaken implements Rule {
  @Override
  public String summary() {
    return "making what is already there";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Problems.in(subject, Problem.Kind.NAME_TAKEN);
  }
}
