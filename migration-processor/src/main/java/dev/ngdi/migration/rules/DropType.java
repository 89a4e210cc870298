package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Refuses to drop a type without a word on who has stopped using it. */
final class DropType implements Rule {
  @Override
  public String summary() {
    return "dropping a type that a running release may use";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.DropObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Dropped.in(subject, "TYPE", "DOMAIN").stream()
        .map(
            dropped ->
                dropped.finding(
                    "whoever still says `%s`, in a cast or as the type of a parameter, fails"
                        .formatted(dropped.name().sql()),
                    "first a release that no longer says it, then this migration"))
        .toList();
  }
}
