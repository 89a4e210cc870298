package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Refuses a check that is asked of a table's rows while nobody can read or write them. */
final class CheckNotValid implements Rule {
  @Override
  public String summary() {
    return "adding a `CHECK` without `NOT VALID`, which reads the whole table while it is locked";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddConstraint.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return AddedConstraint.in(subject, Kind.CHECK).stream()
        .filter(added -> added.checksRows() && added.at().table().server().isEmpty())
        .map(CheckNotValid::finding)
        .toList();
  }

  private static Finding finding(AddedConstraint added) {
    String problem =
        "adding `%s` reads all of `%s` while nobody can read or write it"
            .formatted(added.name(), added.table());
    String notValid =
        added.with("CONSTRAINT %s %s NOT VALID".formatted(added.name(), added.body()));
    return added.finding(
        problem, added.thenValidate(Sequel.of(added.subject()).here(notValid)).text());
  }
}
