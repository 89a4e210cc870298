package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Condition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.Operand;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A constraint that {@code up} drops from a table that was there before.
 *
 * @param at the action that drops it
 * @param constraint the constraint, if it is known
 */
record DroppedConstraint(
    Subject subject, Alteration<TableAction.DropConstraint> at, Optional<Constraint> constraint) {

  /** All that were there before the migration, or may have been. */
  static List<DroppedConstraint> in(Subject subject) {
    return Alteration.in(subject, TableAction.DropConstraint.class).stream()
        .map(
            drop ->
                new DroppedConstraint(
                    subject,
                    drop,
                    drop.change()
                        .before()
                        .constraint(drop.table().oid(), drop.action().name())
                        .found()))
        .filter(dropped -> !dropped.isMadeHere() && !dropped.isAbsent())
        .toList();
  }

  private boolean isMadeHere() {
    return constraint.filter(c -> c.oid() >= subject.timeline().start().nextOid()).isPresent()
        && at.table().complete();
  }

  private boolean isAbsent() {
    return at.change().before().constraint(at.table().oid(), at.action().name()).absent();
  }

  boolean is(Kind kind) {
    return constraint.filter(c -> c.type() == kind).isPresent();
  }

  /** Its name as SQL. */
  String name() {
    return Identifiers.quote(at.action().name());
  }

  /** The table as SQL. */
  String table() {
    return at.alter().table().sql();
  }

  /** Whether the schema behind the migration has one of its kind on its columns. */
  boolean isReplaced() {
    Schema end = subject.timeline().end();
    return constraint
        .filter(
            c ->
                end.of(at.table().oid(), Constraint.class).stream()
                        .anyMatch(other -> replaces(other, c))
                    || (c.type() == Kind.UNIQUE
                        && end.indexes(at.table().oid()).stream()
                            .anyMatch(index -> isUnique(index, c))))
        .isPresent();
  }

  /** Another check of the same columns can ask anything, so only one that comes for it counts. */
  private boolean replaces(Constraint other, Constraint dropped) {
    boolean counts =
        dropped.type() != Kind.CHECK || subject.timeline().start().get(other.oid()).isEmpty();
    return counts
        && other.type() == dropped.type()
        && (dropped.type() == Kind.PRIMARY_KEY
            || Set.copyOf(other.columns()).equals(Set.copyOf(dropped.columns())));
  }

  private static boolean isUnique(Index index, Constraint dropped) {
    Set<Integer> columns =
        index.parts().stream().map(Index.Part::column).collect(Collectors.toSet());
    return index.unique()
        && index.predicate().isEmpty()
        && columns.equals(Set.copyOf(dropped.columns()));
  }

  /** Whether the table makes sure of it by {@code NOT NULL}: it was there to help with that. */
  boolean isHelper() {
    if (constraint.isEmpty()) {
      return subject.timeline().up().stream()
          .takeWhile(change -> !change.equals(at.change()))
          .anyMatch(this::setsNotNull);
    }
    Table table = at.change().after().get(at.table().oid(), Table.class).orElse(at.table());
    return constraint
        .filter(c -> c.type() == Kind.CHECK)
        .flatMap(Constraint::expression)
        .map(expression -> Condition.parse(expression.sql()))
        .filter(condition -> isImplied(table, condition))
        .isPresent();
  }

  private boolean setsNotNull(Change change) {
    return change.statement() instanceof Statement.AlterTable alter
        && Statements.sameName(alter.table(), at.alter().table())
        && alter.actions().stream().anyMatch(TableAction.SetNotNull.class::isInstance);
  }

  private static boolean isImplied(Table table, Condition condition) {
    return condition instanceof Condition.NullTest test
        && !test.isNull()
        && test.operand() instanceof Operand.Column column
        && table.column(column.name()).filter(Column::notNull).isPresent();
  }

  Finding finding(String problem, String instead) {
    return at.finding(problem, instead);
  }
}
