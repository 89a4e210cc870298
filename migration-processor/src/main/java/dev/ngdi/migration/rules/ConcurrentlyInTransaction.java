package dev.ngdi.migration.rules;

import java.util.List;

/** Refuses what PostgreSQL refuses: some statements where a transaction is asked for. */
final class ConcurrentlyInTransaction implements Rule {
  @Override
  public String summary() {
    return "a statement that cannot run in a transaction where one is declared";
  }

  @Override
  public boolean mandatory() {
    return true;
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (subject.transaction() != Subject.TransactionMode.REQUIRED) {
      return List.of();
    }
    return Scripts.directions(subject).entrySet().stream()
        .flatMap(
            script ->
                Scripts.nonTransactional(script.getValue()).stream()
                    .map(
                        statement ->
                            Finding.at(
                                script.getKey(),
                                statement,
                                "PostgreSQL refuses `%s` in the transaction that `REQUIRED` asks for"
                                    .formatted(Statements.command(statement)),
                                "transaction = Transaction.AUTO")))
        .limit(1)
        .toList();
  }
}
