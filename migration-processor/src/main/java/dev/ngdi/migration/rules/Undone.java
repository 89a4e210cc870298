package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.undo.Difference;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is not as before once a migration was taken back. */
final class Undone {
  private Undone() {}

  /**
   * The differences that are certain; none where {@code down} is missing, does nothing or fails,
   * for that is said of it then.
   */
  static List<Difference> certain(Subject subject) {
    if (subject.timeline().differences().isEmpty()) {
      return List.of();
    }
    Script down = subject.down().orElse(Script.EMPTY);
    boolean judgeable =
        !subject.code()
            && !down.isEmpty()
            && down.problems().isEmpty()
            && subject.up().orElse(Script.EMPTY).problems().isEmpty()
            && succeeds(subject.timeline().up())
            && succeeds(subject.timeline().down());
    return judgeable
        ? subject.timeline().differences().stream().filter(Difference::certain).toList()
        : List.of();
  }

  /** One finding for all differences of a sort. */
  static List<Finding> finding(Subject subject, String problem, Predicate<Difference> sort) {
    List<Difference> found = certain(subject).stream().filter(sort).toList();
    if (found.isEmpty()) {
      return List.of();
    }
    String sentences =
        found.stream().map(Difference::sentence).distinct().collect(Collectors.joining("; "));
    return List.of(Finding.in(Part.DOWN, problem + ": " + sentences, WayBack.of(subject)));
  }

  /** Whether it is the {@code NOT NULL} that came with a primary key and does not go with it. */
  static boolean isImplicitNotNull(Subject subject, Difference difference) {
    return difference.property().equals("not null")
        && difference.sentence().contains("NOT NULL")
        && subject.timeline().up().stream().anyMatch(change -> addsPrimaryKey(change.statement()))
        && subject.timeline().up().stream().noneMatch(change -> setsNotNull(change.statement()));
  }

  /** Whether it is a value that {@code up} added to an enum, which has a rule of its own. */
  static boolean isAddedEnumValue(Subject subject, Difference difference) {
    return difference.property().equals("values")
        && difference.sentence().endsWith("is still there")
        && subject.up().orElse(Script.EMPTY).all(Statement.AlterObject.class).stream()
            .anyMatch(Statement.AlterObject::addsEnumValue);
  }

  private static boolean addsPrimaryKey(Statement statement) {
    return statement instanceof Statement.AlterTable alter
        && alter.actions().stream()
            .anyMatch(
                action ->
                    action instanceof TableAction.AddConstraint add
                        && add.constraint().kind() == ConstraintDefinition.Kind.PRIMARY_KEY);
  }

  private static boolean setsNotNull(Statement statement) {
    return statement instanceof Statement.AlterTable alter
        && alter.actions().stream().anyMatch(TableAction.SetNotNull.class::isInstance);
  }

  private static boolean succeeds(List<Change> changes) {
    return changes.stream().allMatch(change -> change.problems().isEmpty());
  }
}
