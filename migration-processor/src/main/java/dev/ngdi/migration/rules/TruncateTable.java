package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses to empty a table that is in use. */
final class TruncateTable implements Rule {
  @Override
  public String summary() {
    return "emptying a table that is in use, which no `down` can take back";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.ChangeRows.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject.timeline().up().stream()
        .filter(change -> change.statement().command().equals("TRUNCATE"))
        .filter(change -> !((Statement.ChangeRows) change.statement()).cascade())
        .filter(change -> !existing(subject, change).isEmpty())
        .map(
            change -> {
              String tables =
                  existing(subject, change).stream()
                      .map(QualifiedName::sql)
                      .collect(Collectors.joining("`, `"));
              return Finding.at(
                  Part.UP,
                  change.statement(),
                  "all rows of `%s` are gone for good, and nobody can read or write it until the migration has ended"
                      .formatted(tables),
                  "DELETE of the rows that have to go, in a data migration");
            })
        .toList();
  }

  private static List<QualifiedName> existing(Subject subject, Change change) {
    return ((Statement.ChangeRows) change.statement())
        .tables().stream()
            .filter(table -> subject.timeline().existing(change, table).isPresent())
            .toList();
  }
}
