package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.SqlProblem.Kind;
import java.util.EnumSet;
import java.util.List;

/** Refuses what PostgreSQL would not parse. */
final class SyntaxError implements Rule {
  @Override
  public String summary() {
    return "a script that PostgreSQL would not parse";
  }

  @Override
  public boolean mandatory() {
    return true;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Scripts.problems(subject, EnumSet.complementOf(EnumSet.of(Kind.PSQL_COMMAND)));
  }
}
