package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;

/** Refuses a concurrently built index that is not the only statement of its migration. */
final class IndexIsolation implements Rule {
  @Override
  public String summary() {
    return "an index built with `CONCURRENTLY` beside other statements, half applied on failure";
  }

  @Override
  public List<Finding> check(Subject subject) {

    Script up = subject.up().orElse(Script.EMPTY);
    return IndexSql.notIsolated(subject).stream()
        .map(index -> index.finding(problem(up, index.statement()), IndexSql.ownMigration(index)))
        .toList();
  }

  private static String problem(Script up, Statement.CreateIndex index) {
    Statement beside =
        up.statements().stream()
            .filter(other -> !other.equals(index) && !IndexSql.mayStandBeside(other, index))
            .findFirst()
            .orElseThrow();
    String first = index.name().map(QualifiedName::sql).orElse("the index");
    String second = Statements.summary(beside);
    return beside.source().at().offset() < index.source().at().offset()
        ? "`%s` is not undone if building `%s` fails: `CONCURRENTLY` runs outside a transaction"
            .formatted(second, first)
        : "`%s` is not undone if `%s` fails: `CONCURRENTLY` runs outside a transaction"
            .formatted(first, second);
  }
}
