package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Warns of a type whose name a running release knows. */
final class RenameType implements Rule {
  @Override
  public String summary() {
    return "renaming a type or domain that a running release knows by its old name";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.AlterObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return ObjectChange.in(subject, ObjectAction.Rename.class, "TYPE", "DOMAIN").stream()
        .map(RenameType::finding)
        .toList();
  }

  private static Finding finding(ObjectChange<ObjectAction.Rename> rename) {
    Statement.AlterObject alter = rename.alter();
    return rename.finding(
        "clients that say `%s`, in a cast or as the type of a parameter, fail from now on"
            .formatted(alter.name().sql()),
        "the old name, until no client says it any more");
  }
}
