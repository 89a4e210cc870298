package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Warns of an index whose name PostgreSQL chooses. */
final class IndexNameRequired implements Rule {
  @Override
  public String summary() {
    return "an index without a name, which PostgreSQL then chooses";
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
        .filter(index -> index.statement().name().isEmpty() && !index.statement().concurrently())
        .map(
            index ->
                index.finding(
                    "PostgreSQL chooses the name of the index on `%s`%s"
                        .formatted(index.statement().table().sql(), chosen(index)),
                    IndexSql.named(index.change(), index.statement())))
        .toList();
  }

  private static String chosen(Occurrence<Statement.CreateIndex> index) {
    return IndexSql.name(index.change(), index.statement())
        .map(name -> ": `%s`, or another where that is taken".formatted(name.name()))
        .orElse("");
  }
}
