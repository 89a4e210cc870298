package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Tells of the PostgreSQL versions that build broken indexes; off unless asked for. */
final class IndexCorruption14 implements Rule {
  private static final int AFFECTED = 14;

  @Override
  public String summary() {
    return "building an index with `CONCURRENTLY` on PostgreSQL 14.0 to 14.3, which can leave rows"
        + " out";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.CreateIndex.class, Statement.Maintenance.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    if (subject.policy().postgres() != AFFECTED) {
      return List.of();
    }
    return subject.timeline().up().stream()
        .filter(change -> builds(change.statement()))
        .map(
            change ->
                Finding.at(
                    Part.UP,
                    change.statement(),
                    "PostgreSQL 14.0 to 14.3 can leave rows out of an index that `%s` builds"
                        .formatted(Statements.command(change.statement())),
                    "run it on PostgreSQL 14.4 or newer"))
        .toList();
  }

  private static boolean builds(Statement statement) {
    return (statement instanceof Statement.CreateIndex create && create.concurrently())
        || (statement instanceof Statement.Maintenance reindex
            && reindex.command().equals("REINDEX")
            && reindex.concurrently());
  }
}
