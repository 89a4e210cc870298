package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Refuses a foreign key that compares two tables while nobody can write to either. */
final class ForeignKeyNotValid implements Rule {
  @Override
  public String summary() {
    return "adding a foreign key without `NOT VALID`, which compares both tables while they are"
        + " locked";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddConstraint.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return AddedConstraint.in(subject, Kind.FOREIGN_KEY).stream()
        .filter(added -> added.checksRows() && added.canBeNotValid())
        .map(ForeignKeyNotValid::finding)
        .toList();
  }

  private static Finding finding(AddedConstraint added) {
    String parent = added.referenced().map(QualifiedName::sql).orElse("…");
    String both =
        parent.equals(added.table())
            ? "`%s`".formatted(parent)
            : "`%s` and `%s`".formatted(added.table(), parent);
    String problem =
        "adding `%s` reads all of %s while nobody can write to %s"
            .formatted(added.name(), both, parent.equals(added.table()) ? "it" : "either");
    Sequel sequel = Sequel.of(added.subject());
    String notValid = "CONSTRAINT %s %s NOT VALID".formatted(added.name(), added.body());
    if (ForeignKeyIndex.isMissing(added)) {
      ForeignKeyIndex.then(sequel, added);
      sequel.then(
          "New rows of %s refer to what is there.".formatted(added.table()),
          AddedConstraint.withTimeout(added.addNotValid()),
          added.drop());
    } else {
      sequel.here(AddedConstraint.withTimeout(added.with(notValid)));
    }
    return added.finding(problem, added.thenValidate(sequel).text());
  }
}
