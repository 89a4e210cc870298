package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Warns of a change of any number of rows in one go. */
final class UnbatchedBackfill implements Rule {
  @Override
  public String summary() {
    return "changing or copying any number of rows in one statement";
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
        .filter(step -> step.rows().fromQuery() || step.rows().condition().isPresent())
        .filter(step -> step.bound() == RowBound.NONE || isWhole(step))
        .filter(step -> !step.isMixed(subject) && !step.fillsNewTable(subject))
        .map(step -> Finding.at(Part.UP, step.statement(), problem(step), step.inRanges()))
        .toList();
  }

  private static boolean isWhole(RowStep step) {
    return step.rows().fromQuery() && step.bound() == RowBound.ALL;
  }

  private static String problem(RowStep step) {
    String table = step.source().name();
    return step.rows().fromQuery()
        ? "`INSERT` copies all it finds in `%s` in one transaction, however many rows that is"
            .formatted(table)
        : "`%s` can lock any number of rows of `%s` until it is done with the last of them"
            .formatted(step.rows().command(), table);
  }
}
