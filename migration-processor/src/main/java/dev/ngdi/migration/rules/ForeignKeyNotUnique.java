package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Problem;
import java.util.List;

/** Refuses a foreign key to what is not unique. */
final class ForeignKeyNotUnique implements Rule {
  @Override
  public String summary() {
    return "a foreign key to columns that no unique key covers";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Problems.in(subject, Problem.Kind.KEY_NOT_UNIQUE);
  }
}
