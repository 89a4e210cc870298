package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.SqlProblem;
import dev.ngdi.migration.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The scripts of a subject, for rules that judge them alike. */
final class Scripts {
  private Scripts() {}

  /** Every script that it has. */
  static Map<Part, Script> all(Subject subject) {
    Map<Part, Script> scripts = directions(subject);
    subject.verify().ifPresent(verify -> scripts.put(Part.VERIFY, verify));
    return scripts;
  }

  /** Its {@code up} and its {@code down}. */
  static Map<Part, Script> directions(Subject subject) {
    Map<Part, Script> scripts = new EnumMap<>(Part.class);
    subject.up().ifPresent(up -> scripts.put(Part.UP, up));
    subject.down().ifPresent(down -> scripts.put(Part.DOWN, down));
    return scripts;
  }

  /** A finding for each of its problems of these kinds. */
  static List<Finding> problems(Subject subject, Set<SqlProblem.Kind> kinds) {
    return all(subject).entrySet().stream()
        .flatMap(
            script ->
                script.getValue().problems().stream()
                    .filter(problem -> kinds.contains(problem.kind()))
                    .map(problem -> Finding.at(script.getKey(), problem)))
        .toList();
  }

  /** The statements of a script that cannot run in a transaction block. */
  static List<Statement> nonTransactional(Script script) {
    return script.statements().stream()
        .filter(statement -> !statement.runsInTransaction())
        .toList();
  }
}
