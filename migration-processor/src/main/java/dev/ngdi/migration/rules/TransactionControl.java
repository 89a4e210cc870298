package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Refuses statements that begin or end a transaction: the migration's row belongs to it too. */
final class TransactionControl implements Rule {
  @Override
  public String summary() {
    return "a statement that begins, ends or divides the migration's own transaction";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Scripts.directions(subject).entrySet().stream()
        .flatMap(script -> finding(subject, script.getKey(), script.getValue()).stream())
        .toList();
  }

  /** One for a script: what is wrong with the first is wrong with all of them. */
  private static Optional<Finding> finding(Subject subject, Part part, Script script) {
    boolean inTransaction =
        subject.transaction() != Subject.TransactionMode.NONE && script.runsInTransaction();
    List<Statement.TransactionControl> all = script.all(Statement.TransactionControl.class);
    return all.stream()
        .findFirst()
        .map(
            first ->
                Finding.at(
                    part,
                    first,
                    (inTransaction ? problem(first) : outside(first))
                        + Statements.andMore(all.size() - 1),
                    instead(all)));
  }

  private static String problem(Statement.TransactionControl control) {
    return switch (control.command()) {
      case "BEGIN", "START TRANSACTION" ->
          "`%s` asks for a transaction that the migration is already in"
              .formatted(control.command());
      case "SAVEPOINT", "RELEASE", "ROLLBACK TO SAVEPOINT" ->
          "`%s` lets a part of the migration fail and the rest count as applied"
              .formatted(control.command());
      default ->
          "`%s` ends the transaction that the migration shares with its row in the history"
              .formatted(control.command());
    };
  }

  private static String outside(Statement.TransactionControl control) {
    return "`%s` is about a transaction that the migration's row in the history is not part of"
        .formatted(control.command());
  }

  private static String instead(List<Statement.TransactionControl> all) {
    String commands =
        all.stream()
            .map(control -> "`" + control.command() + "`")
            .distinct()
            .collect(Collectors.joining(", "));
    return "the script without %s; what must be committed apart is a migration of its own"
        .formatted(commands);
  }
}
