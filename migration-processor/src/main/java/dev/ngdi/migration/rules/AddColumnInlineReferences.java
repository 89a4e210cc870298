package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of a foreign key in an {@code ADD COLUMN}, and refuses one whose rows are compared. */
final class AddColumnInlineReferences implements Rule {
  private static final int NOT_VALID_ON_PARTITIONED = 18;

  @Override
  public String summary() {
    return "`REFERENCES` in `ADD COLUMN`, which locks the referenced table too";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddColumn.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.AddColumn.class).stream()
        .filter(added -> added.isNew(added.action().column()))
        .flatMap(added -> find(subject, added).stream())
        .toList();
  }

  private static Optional<Finding> find(Subject subject, Alteration<TableAction.AddColumn> added) {
    TableElement.Column column = added.action().definition();
    Optional<String> parent = parent(subject, added);
    boolean filled =
        ColumnSql.hasDefault(column)
            || ColumnSql.isSerial(column)
            || column.identity().isPresent()
            || column.generated().isPresent();
    boolean checked = filled || column.defaultValue().isPresent();
    boolean noOtherWay =
        added.table().partitionBy().isPresent()
            && subject.policy().postgres() < NOT_VALID_ON_PARTITIONED;
    if (!isForeignKey(added) || (parent.isEmpty() && !checked) || (noOtherWay && !checked)) {
      return Optional.empty();
    }
    String instead = AddColumnPlan.of(subject, added);
    if (!checked) {
      return Optional.of(
          added.finding(
              "`REFERENCES` in `ADD COLUMN` stops writes of `%s` while it holds `%s` from reads and writes"
                  .formatted(parent.orElseThrow(), added.tableSql()),
              instead));
    }
    String problem =
        filled && parent.isPresent()
            ? "`REFERENCES` in `ADD COLUMN` compares all of `%s` with `%s` while nobody can read or write the one or write the other"
                .formatted(added.tableSql(), parent.get())
            : "`REFERENCES` in `ADD COLUMN` with a `DEFAULT` reads all of `%s` while nobody can read or write it"
                .formatted(added.tableSql());
    return Optional.of(added.finding(problem, instead).as(Severity.ERROR));
  }

  private static boolean isForeignKey(Alteration<TableAction.AddColumn> added) {
    return added.action().definition().constraints().stream()
        .anyMatch(c -> c.kind() == Kind.FOREIGN_KEY && !c.state().notEnforced());
  }

  /** The referenced table, if it is another one and was there before the migration. */
  private static Optional<String> parent(Subject subject, Alteration<TableAction.AddColumn> added) {
    return added.action().definition().constraints().stream()
        .filter(c -> c.kind() == Kind.FOREIGN_KEY && !c.state().notEnforced())
        .flatMap(c -> c.references().stream())
        .map(ConstraintDefinition.References::table)
        .filter(name -> subject.timeline().existing(added.change(), name).isPresent())
        .map(name -> name.sql())
        .findFirst();
  }
}
