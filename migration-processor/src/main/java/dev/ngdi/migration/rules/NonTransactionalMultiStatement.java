package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** Refuses a script that a failure would leave half applied, with nothing to undo the half. */
final class NonTransactionalMultiStatement implements Rule {
  @Override
  public String summary() {
    return "several statements without a transaction around them, half applied on failure";
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (subject.transaction() == Subject.TransactionMode.REQUIRED
        || !IndexSql.notIsolated(subject).isEmpty()) {
      return List.of();
    }
    return Scripts.directions(subject).entrySet().stream()
        .flatMap(script -> findings(subject, script.getKey(), script.getValue()))
        .toList();
  }

  private static Stream<Finding> findings(Subject subject, Part part, Script script) {
    return subject.transaction() == Subject.TransactionMode.NONE && script.runsInTransaction()
        ? onItsOwn(part, script)
        : outside(subject, part, script);
  }

  /** Statements that could share a transaction, and are told not to; changed rows may be. */
  private static Stream<Finding> onItsOwn(Part part, Script script) {
    List<Statement> statements =
        script.statements().stream()
            .filter(statement -> !(statement instanceof Statement.SetParameter))
            .filter(statement -> !(statement instanceof Statement.TransactionControl))
            .toList();
    boolean onlyRows =
        statements.stream()
            .allMatch(
                statement ->
                    statement instanceof Statement.ChangeRows
                        || statement instanceof Statement.Query
                        || statement instanceof Statement.Maintenance);
    return statements.stream()
        .skip(onlyRows ? statements.size() : 1)
        .limit(1)
        .map(
            second ->
                Finding.at(
                    part,
                    second,
                    "nothing undoes `%s` if `%s` fails: with `NONE` each commits on its own"
                        .formatted(
                            Statements.summary(statements.get(0)), Statements.summary(second)),
                    "transaction = Transaction.AUTO"));
  }

  /** A statement that cannot share a transaction, beside others. */
  private static Stream<Finding> outside(Subject subject, Part part, Script script) {
    return Scripts.nonTransactional(script).stream()
        .filter(statement -> !isAlone(script, statement))
        .limit(1)
        .map(
            statement ->
                Finding.at(part, statement, problem(statement), instead(subject, part, statement)));
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

  private static String instead(Subject subject, Part part, Statement statement) {
    if (statement instanceof Statement.CreateIndex index
        && !IndexSql.onExistingTable(subject, index)) {
      return IndexSql.blocking(index);
    }
    return subject.timeline().up().stream()
        .filter(change -> part == Part.UP && change.statement().equals(statement))
        .findFirst()
        .map(change -> Apart.migration(Sequel.of(subject), List.of(change)).text())
        .orElseGet(
            () -> "-- in a migration of its own:\n" + Statements.ended(statement.source().sql()));
  }
}
