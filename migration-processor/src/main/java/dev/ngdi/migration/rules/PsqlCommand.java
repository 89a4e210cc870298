package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.SqlProblem.Kind;
import java.util.List;
import java.util.Set;

/** Refuses commands of {@code psql}: the server does not know them. */
final class PsqlCommand implements Rule {
  @Override
  public String summary() {
    return "a command of `psql`, which is not SQL";
  }

  @Override
  public boolean mandatory() {
    return true;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Scripts.problems(subject, Set.of(Kind.PSQL_COMMAND));
  }
}
