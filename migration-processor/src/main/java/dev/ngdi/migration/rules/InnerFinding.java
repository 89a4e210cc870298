package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;

/** Findings about statements that another one runs: they say which. */
final class InnerFinding {
  private InnerFinding() {}

  /** The finding, with what runs its statement where that is not the script itself. */
  static Finding of(Finding finding, List<Change> up) {
    if (finding.part() != Part.UP || finding.excerpt().isEmpty()) {
      return finding;
    }
    Finding.Excerpt excerpt = finding.excerpt().get();
    return up.stream()
        .filter(change -> change.inner().stream().anyMatch(inner -> isAbout(excerpt, inner)))
        .findFirst()
        .map(change -> finding.withExcerpt(excerpt.sql() + " -- " + runner(change.statement())))
        .orElse(finding);
  }

  private static boolean isAbout(Finding.Excerpt excerpt, Change inner) {
    Statement statement = inner.statement();
    return statement.source().at().equals(excerpt.at())
        && statement.oneLine().equals(excerpt.sql());
  }

  private static String runner(Statement statement) {
    return statement instanceof Statement.DoBlock ? "inside DO" : "run by " + statement.oneLine();
  }
}
