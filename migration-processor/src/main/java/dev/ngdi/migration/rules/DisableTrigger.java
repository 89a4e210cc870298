package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Warns of triggers that are switched off for everybody. */
final class DisableTrigger implements Rule {
  @Override
  public String summary() {
    return "switching off triggers blocks writes, and what everybody writes then goes past them";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.SetTriggerState.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Alteration.in(subject, TableAction.SetTriggerState.class).stream()
        .filter(set -> set.action().state() == 'D' && !set.action().rule())
        .map(
            set ->
                set.finding(
                    problem(set.action(), set.alter().table().sql()),
                    "SET LOCAL session_replication_role = 'replica'"))
        .toList();
  }

  private static String problem(TableAction.SetTriggerState action, String table) {
    String what =
        action
            .name()
            .map(name -> "`" + Identifiers.quote(name) + "`")
            .orElse(
                action.userOnly()
                    ? "every trigger"
                    : "every trigger, those that check foreign keys included,");
    return "%s is off for everybody who writes to `%s`, and all of them wait until the migration ends"
        .formatted(what, table);
  }
}
