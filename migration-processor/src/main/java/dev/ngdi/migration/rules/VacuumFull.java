package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Refuses to write a table anew to give back its space. */
final class VacuumFull implements Rule {
  @Override
  public String summary() {
    return "`VACUUM FULL` writes the whole table anew while nobody can read or write it";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.Maintenance.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.Maintenance.class).stream()
        .filter(vacuum -> vacuum.statement().full())
        .flatMap(vacuum -> Upkeep.findings(vacuum, "VACUUM FULL"))
        .toList();
  }
}
