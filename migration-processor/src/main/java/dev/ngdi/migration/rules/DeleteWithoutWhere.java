package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Warns of a {@code DELETE} of every row of a table in use. */
final class DeleteWithoutWhere implements Rule {
  @Override
  public String summary() {
    return "deleting every row of a table in one statement";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.ChangeRows.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return RowStep.in(subject).stream()
        .filter(step -> step.rows().command().equals("DELETE"))
        .filter(step -> step.bound() == RowBound.ALL && !step.isMixed(subject))
        .map(step -> Finding.at(Part.UP, step.statement(), problem(step), step.inRanges()))
        .toList();
  }

  private static String problem(RowStep step) {
    return "`DELETE` deletes every row of `%s`, and keeps each of them locked until it is done with the last"
        .formatted(step.source().name());
  }
}
