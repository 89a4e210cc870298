package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Warns of an enum value that a running release reads and writes. */
final class RenameEnumValue implements Rule {
  @Override
  public String summary() {
    return "renaming an enum value that a running release reads and writes";
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
    return ObjectChange.in(subject, ObjectAction.RenameValue.class, "TYPE").stream()
        .map(RenameEnumValue::finding)
        .toList();
  }

  private static Finding finding(ObjectChange<ObjectAction.RenameValue> rename) {
    String type = rename.alter().name().sql();
    String to = "'" + rename.action().to().replace("'", "''") + "'";
    return rename.finding(
        "a running release reads `%s` where it knows `%s` only, and writes a value that is no more"
            .formatted(rename.action().to(), rename.action().from()),
        "ALTER TYPE %s ADD VALUE %s;\n-- and in a later migration the rows that have the old value get the new one"
            .formatted(type, to));
  }
}
