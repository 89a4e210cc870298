package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Refuses to take the name of a schema away from the release that runs meanwhile. */
final class RenameSchema implements Rule {
  @Override
  public String summary() {
    return "renaming a schema that a running release knows by its old name";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.AlterObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return ObjectChange.in(subject, ObjectAction.Rename.class, "SCHEMA").stream()
        .map(
            rename ->
                rename.finding(
                    "whoever still says `%s`, in a query or in a search path, fails from now on"
                        .formatted(rename.alter().name().sql()),
                    "CREATE SCHEMA %s;\n-- and in later migrations what is in the old one, object by object"
                        .formatted(rename.alter().renamedTo().orElseThrow().sql())))
        .toList();
  }
}
