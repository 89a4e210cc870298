package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Warns of a concurrent build that a second attempt does not repair. */
final class ConcurrentIndexRetry implements Rule {
  @Override
  public String summary() {
    return "a concurrent build that, tried again, keeps the invalid index of the first attempt";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.CreateIndex.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.CreateIndex.class).stream()
        .filter(index -> index.statement().concurrently() && IndexSql.onExistingTable(index))
        .filter(index -> IndexSql.partitioned(index).isEmpty())
        .filter(index -> index.statement().ifNotExists() || index.statement().name().isEmpty())
        .filter(
            index ->
                index.earlier().stream()
                    .noneMatch(other -> IndexSql.isGuard(other, index.statement())))
        .map(
            index ->
                index.finding(
                    problem(index.statement()),
                    IndexSql.guarded(index.change(), index.statement())))
        .toList();
  }

  private static String problem(Statement.CreateIndex index) {
    return index
        .name()
        .map(QualifiedName::sql)
        .map(
            name ->
                "if building `%s` fails, an invalid index stays, and `IF NOT EXISTS` keeps that one"
                    .formatted(name))
        .orElse(
            "if the build fails, an invalid index stays, and the next attempt builds another one"
                + " beside it");
  }
}
