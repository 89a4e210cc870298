package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Refuses to write a table anew in the order of an index. */
final class ClusterTable implements Rule {
  @Override
  public String summary() {
    return "`CLUSTER` writes the whole table anew while nobody can read or write it";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.Maintenance.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.Maintenance.class).stream()
        .filter(cluster -> cluster.statement().command().equals("CLUSTER"))
        .flatMap(cluster -> Upkeep.findings(cluster, "CLUSTER"))
        .toList();
  }
}
