package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Warns of a trigger that every writer waits for and then runs. */
final class CreateTrigger implements Rule {
  @Override
  public String summary() {
    return "making a trigger blocks every write of the table while it waits for its turn";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.CreateObject.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Occurrence.in(subject, Statement.CreateObject.class).stream()
        .filter(create -> create.statement().kind().equals("TRIGGER"))
        .filter(create -> create.statement().on().flatMap(create::existingTable).isPresent())
        .filter(create -> !fillsOwnRow(create) && !TriggerSql.isReplacement(create))
        .filter(create -> !TriggerSql.waitIsLimited(create))
        .map(
            create ->
                create.finding(
                    "`CREATE TRIGGER` blocks every write of `%s` while it waits for those that are"
                            .formatted(create.statement().on().orElseThrow().sql())
                        + " under way",
                    TriggerSql.limited(create.statement())))
        .toList();
  }

  private static boolean fillsOwnRow(Occurrence<Statement.CreateObject> create) {
    return create.statement().definition() instanceof Definition.Trigger trigger
        && TriggerSql.fillsOwnRow(create.before(), trigger);
  }
}
