package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Refuses a script that a failure would leave half applied, with nothing to undo the half. */
final class NonTransactionalMultiStatement implements Rule {
  @Override
  public String summary() {
    return "a statement that cannot run in a transaction beside others, half applied on failure";
  }

  @Override
  public List<Finding> check(Subject subject) {
    Script up = subject.up().orElse(Script.EMPTY);
    if (subject.transaction() == Subject.TransactionMode.REQUIRED
        || !IndexSql.notIsolated(subject).isEmpty()) {
      return List.of();
    }
    return Scripts.directions(subject).entrySet().stream()
        .flatMap(script -> finding(subject, script.getKey(), script.getValue()))
        .toList();
  }

  private static Stream<Finding> finding(Subject subject, Part part, Script script) {
    return Scripts.nonTransactional(script).stream()
        .filter(statement -> !isAlone(script, statement))
        .limit(1)
        .map(
            statement ->
                Finding.at(part, statement, problem(statement), instead(subject, statement)));
  }

  private static boolean isAlone(Script script, Statement statement) {
    if (script.all(Statement.CreateIndex.class).stream()
        .anyMatch(index -> index.concurrently() && IndexSql.isAlone(script, index))) {
      return true;
    }
    return script.statements().stream()
        .allMatch(other -> other == statement || Statements.isTimeout(other));
  }

  private static String problem(Statement statement) {
    return "`%s` cannot run in a transaction, so nothing undoes the statements beside it if one fails"
        .formatted(Statements.command(statement));
  }

  private static String instead(Subject subject, Statement statement) {
    if (statement instanceof Statement.CreateIndex index
        && !IndexSql.onExistingTable(subject, index)) {
      return IndexSql.blocking(index);
    }
    return "-- in a migration of its own:\n" + Statements.ended(statement.source().sql());
  }
}
