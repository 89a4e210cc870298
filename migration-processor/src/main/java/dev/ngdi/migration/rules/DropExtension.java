package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Refuses to drop an extension without a word on who has stopped using it. */
final class DropExtension implements Rule {
  @Override
  public String summary() {
    return "dropping an extension with everything that it brought";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.DropObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Dropped.in(subject, "EXTENSION").stream()
        .map(
            dropped ->
                dropped.finding(
                    "the functions, types and operators of `%s` are gone, and a release that uses one fails"
                        .formatted(dropped.name().sql()),
                    "first a release that uses none of them, then this migration"))
        .toList();
  }
}
