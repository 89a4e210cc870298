package dev.ngdi.migration.rules;

import java.util.List;

/** Refuses to drop a whole database in a migration. */
final class DropDatabase implements Rule {
  @Override
  public String summary() {
    return "dropping a database";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject.timeline().up().stream()
        .filter(change -> change.statement().command().equals("DROP DATABASE"))
        .map(
            change ->
                Finding.at(
                    Part.UP,
                    change.statement(),
                    "a database with everything in it is gone for good, and no transaction can take"
                        + " that back",
                    "no migration: what drops a database belongs into nobody's deployment"))
        .toList();
  }
}
