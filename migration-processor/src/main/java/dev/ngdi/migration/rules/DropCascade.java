package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses a drop that takes along what nobody reads in the statement. */
final class DropCascade implements Rule {
  private static final int MOST_LISTED = 5;

  @Override
  public String summary() {
    return "a `CASCADE` that drops more than the statement says";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(
        Statement.DropObject.class, Statement.DropIndex.class, Statement.AlterTable.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject.timeline().up().stream()
        .filter(change -> cascades(change.statement()))
        .filter(change -> !change.unproven().isEmpty() || !others(subject, change).isEmpty())
        .map(change -> finding(subject, change))
        .toList();
  }

  private static boolean cascades(Statement statement) {
    if (statement instanceof Statement.DropObject drop) {
      return drop.cascade();
    } else if (statement instanceof Statement.DropIndex drop) {
      return drop.cascade();
    }
    return statement instanceof Statement.AlterTable alter
        && alter.actions().stream()
            .anyMatch(
                action ->
                    (action instanceof TableAction.DropColumn column && column.cascade())
                        || (action instanceof TableAction.DropConstraint constraint
                            && constraint.cascade()));
  }

  /** What goes though it is neither named nor a part of what is named. */
  private static List<CatalogObject> others(Subject subject, Change change) {
    Schema before = change.before();
    Schema start = subject.timeline().start();
    return before.objects().stream()
        .filter(object -> change.after().get(object.oid()).isEmpty())
        .filter(object -> start.get(object.oid()).isPresent())
        .filter(
            object ->
                List.of(
                        "TABLE",
                        "VIEW",
                        "MATERIALIZED VIEW",
                        "FUNCTION",
                        "PROCEDURE",
                        "CONSTRAINT",
                        "TRIGGER",
                        "POLICY",
                        "TYPE",
                        "DOMAIN")
                    .contains(object.kind()))
        .filter(object -> change.after().get(object.scope()).isPresent())
        .filter(object -> !isNamed(change.statement(), object))
        .filter(object -> !isOwnConstraint(change, object))
        .toList();
  }

  /** A constraint of the table goes with each of its columns, without {@code CASCADE} too. */
  private static boolean isOwnConstraint(Change change, CatalogObject object) {
    return object instanceof Constraint
        && change.statement() instanceof Statement.AlterTable alter
        && alter.actions().stream().allMatch(TableAction.DropColumn.class::isInstance)
        && change
            .before()
            .relation(alter.table())
            .found()
            .filter(table -> table.oid() == object.scope())
            .isPresent();
  }

  private static boolean isNamed(Statement statement, CatalogObject object) {
    if (statement instanceof Statement.DropObject drop) {
      return drop.names().stream().anyMatch(name -> name.name().equals(object.name()));
    }
    return statement instanceof Statement.AlterTable alter
        && alter.actions().stream()
            .anyMatch(
                action ->
                    action instanceof TableAction.DropConstraint constraint
                        && constraint.name().equals(object.name()));
  }

  private static Finding finding(Subject subject, Change change) {
    List<CatalogObject> others = others(subject, change);
    String listed =
        others.stream()
            .limit(MOST_LISTED)
            .map(object -> described(change.before(), object))
            .sorted()
            .collect(Collectors.joining(", "));
    String more = others.size() > MOST_LISTED ? " and more" : "";
    return Finding.at(
        Part.UP,
        change.statement(),
        others.isEmpty()
            ? "`CASCADE` drops whatever depends on it, and nobody can read here what that is"
            : "`CASCADE` drops %s%s too".formatted(listed, more),
        "a DROP for each of them, and this statement without CASCADE");
  }

  private static String described(Schema schema, CatalogObject object) {
    return object.kind().toLowerCase(Locale.ROOT)
        + " `"
        + Rendering.name(schema, object.oid())
        + "`";
  }
}
