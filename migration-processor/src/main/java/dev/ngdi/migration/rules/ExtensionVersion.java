package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Warns of an extension that becomes on each server what happens to be installed there. */
final class ExtensionVersion implements Rule {
  @Override
  public String summary() {
    return "updating an extension to no version in particular, so that databases become different";
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

    return Occurrence.in(subject, Statement.AlterObject.class).stream()
        .filter(
            alter ->
                alter.statement().actions().stream()
                    .anyMatch(
                        action ->
                            action instanceof ObjectAction.UpdateExtension update
                                && update.version().isEmpty()))
        .map(
            alter ->
                alter.finding(
                    "`%s` becomes what happens to be installed on each server"
                        .formatted(alter.statement().name().sql()),
                    "ALTER EXTENSION %s UPDATE TO '…'".formatted(alter.statement().name().sql())))
        .toList();
  }
}
