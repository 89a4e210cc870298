package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import java.util.List;
import java.util.Optional;

/** Prefers keys that do not run out. */
final class IntegerPrimaryKey implements Rule {
  private static boolean isKey(Schema end, NewColumn column) {
    Optional<Table> table =
        end.relation(column.table()).found().filter(Table.class::isInstance).map(Table.class::cast);
    Optional<Integer> number =
        table.flatMap(t -> t.column(column.definition().name())).map(Column::number);
    return number.isPresent()
        && end.of(table.get().oid(), Constraint.class).stream()
            .filter(c -> c.columns().contains(number.get()))
            .anyMatch(c -> isPrimary(c) || refersToWider(end, c, number.get()));
  }

  private static boolean isPrimary(Constraint constraint) {
    return constraint.type() == Kind.PRIMARY_KEY && constraint.columns().size() == 1;
  }

  /** Where the key that is referred to is wider, its values will not fit one day. */
  private static boolean refersToWider(Schema end, Constraint constraint, int column) {
    return constraint
        .references()
        .filter(r -> r.columns().size() == constraint.columns().size())
        .flatMap(
            r ->
                end.get(r.table(), Relation.class)
                    .flatMap(t -> t.column(r.columns().get(constraint.columns().indexOf(column)))))
        .filter(c -> c.type().builtin().equals("int8"))
        .isPresent();
  }

  private static String instead(NewColumn column) {
    String identity =
        ColumnSql.isSerial(column.definition()) || column.definition().identity().isPresent()
            ? " GENERATED ALWAYS AS IDENTITY"
            : "";
    return "bigint" + identity;
  }

  @Override
  public String summary() {
    return "a key of a type that runs out after 2,147,483,647 rows or sooner";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return NewColumn.in(subject).stream()
        .filter(column -> column.is("int4") || column.is("int2"))
        .filter(column -> isKey(subject.timeline().end(), column))
        .map(
            column ->
                column.finding(
                    "`%s` is a key of the type `%s`: after %s rows no insert succeeds"
                        .formatted(
                            column.named(),
                            Rendering.type(column.change().after(), column.type()),
                            column.is("int4") ? "2,147,483,647" : "32,767"),
                    instead(column)))
        .toList();
  }
}
