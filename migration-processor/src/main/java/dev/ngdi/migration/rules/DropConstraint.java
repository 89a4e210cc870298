package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Warns of a promise about rows that nothing keeps any more. */
final class DropConstraint implements Rule {
  @Override
  public String summary() {
    return "dropping a constraint that code may rely on";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.DropConstraint.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return DroppedConstraint.in(subject).stream()
        .filter(dropped -> !dropped.is(Kind.PRIMARY_KEY) && !dropped.is(Kind.NOT_NULL))
        .filter(dropped -> !dropped.isReplaced() && !dropped.isHelper())
        .map(dropped -> dropped.finding(problem(dropped), ""))
        .toList();
  }

  private static String problem(DroppedConstraint dropped) {
    String without = "without `%s` rows of `%s` can ".formatted(dropped.name(), dropped.table());
    String rest =
        dropped
            .constraint()
            .map(constraint -> broken(dropped, constraint))
            .orElse("be what it refused so far");
    return without + rest + ", and it cannot come back before they are mended";
  }

  private static String broken(DroppedConstraint dropped, Constraint constraint) {
    return switch (constraint.type()) {
      case FOREIGN_KEY ->
          "refer to rows of `%s` that are not there"
              .formatted(
                  constraint
                      .references()
                      .map(r -> Rendering.name(dropped.at().change().before(), r.table()))
                      .orElse("…"));
      case UNIQUE ->
          "have the same `%s`"
              .formatted(ForeignKeyIndex.columns(dropped.at().change().before(), constraint));
      case EXCLUDE -> "exclude each other";
      default -> "be what it refused so far";
    };
  }
}
