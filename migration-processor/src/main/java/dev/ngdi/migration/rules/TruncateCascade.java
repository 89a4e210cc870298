package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses to empty tables that the statement does not even name. */
final class TruncateCascade implements Rule {
  @Override
  public String summary() {
    return "emptying every table that refers to one, named or not";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.ChangeRows.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject.timeline().up().stream()
        .filter(
            change ->
                change.statement() instanceof Statement.ChangeRows rows
                    && rows.command().equals("TRUNCATE")
                    && rows.cascade())
        .filter(change -> !change.locks().relations().isEmpty())
        .map(
            change ->
                Finding.at(
                    Part.UP,
                    change.statement(),
                    "all rows of %s are gone for good".formatted(emptied(change)),
                    "DELETE of the rows that have to go, in a data migration, table by table"))
        .toList();
  }

  private static String emptied(Change change) {
    return change.locks().relations().stream()
        .map(RelationLock::name)
        .map(name -> "`" + name + "`")
        .collect(Collectors.joining(", "));
  }
}
