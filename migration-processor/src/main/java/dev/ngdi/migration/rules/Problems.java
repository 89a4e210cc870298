package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Problem;
import dev.ngdi.migration.sql.Statement;
import java.util.List;

/** What PostgreSQL will refuse, as findings. */
final class Problems {
  private Problems() {}

  /** The problems of one kind in {@code up}. */
  static List<Finding> in(Subject subject, Problem.Kind kind) {
    return of(subject.timeline().up(), Part.UP, kind);
  }

  private static List<Finding> of(List<Change> changes, Part part, Problem.Kind kind) {
    return changes.stream()
        .flatMap(
            change ->
                change.problems().stream()
                    .filter(problem -> problem.kind() == kind)
                    .filter(problem -> !hasRuleOfItsOwn(change, problem))
                    .map(
                        problem ->
                            Finding.at(
                                part, change.statement(), problem.message(), problem.instead())))
        .toList();
  }

  /** What another rule reports, which knows better what to write instead. */
  private static boolean hasRuleOfItsOwn(Change change, Problem problem) {
    boolean ofConstraint =
        change.statement() instanceof Statement.DropIndex drop
            && drop.names().stream()
                .flatMap(name -> change.before().index(name).found().stream())
                .anyMatch(index -> IndexSql.owner(change.before(), index).isPresent());
    return ofConstraint || TypeChanges.isColumnInUse(change, problem);
  }
}
