package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Refuses to drop a schema without a word on who has stopped using it. */
final class DropSchema implements Rule {
  @Override
  public String summary() {
    return "dropping a schema that a running release may use";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.DropObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Dropped.in(subject, "SCHEMA").stream()
        .map(
            dropped ->
                dropped.finding(
                    "whoever still uses `%s` fails, and with `CASCADE` all that is in it is gone for good"
                        .formatted(dropped.name().sql()),
                    "a DROP for each object in it, in migrations of their own, then the schema"))
        .toList();
  }
}
