package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import dev.ngdi.migration.sql.TableElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses a new stored generated column on a table that has rows. */
final class AddColumnGeneratedStored implements Rule {
  private static final int WITH_VIRTUAL = 18;

  @Override
  public String summary() {
    return "a new `STORED` generated column, which computes and so writes every row";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddColumn.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.AddColumn.class).stream()
        .filter(AddColumnGeneratedStored::isFound)
        .map(
            added ->
                added.finding(
                    "a new `STORED` column is computed for every row of `%s`, which writes it and its indexes anew while nobody can read or write it"
                        .formatted(added.tableSql()),
                    instead(subject, added)))
        .toList();
  }

  private static boolean isFound(Alteration<TableAction.AddColumn> added) {
    return added
            .action()
            .definition()
            .generated()
            .filter(TableElement.Generated::stored)
            .isPresent()
        && added.surely(RelationLock::rewrite);
  }

  private static String instead(Subject subject, Alteration<TableAction.AddColumn> added) {
    TableElement.Column column = added.action().definition();
    boolean plain =
        column.constraints().isEmpty()
            && ColumnSql.typeOf(added.change().after(), added.table().oid(), column.name()).oid()
                == 0;
    if (subject.policy().postgres() < WITH_VIRTUAL || !plain) {
      return AddColumnPlan.of(subject, added);
    }
    String action =
        "ADD COLUMN %s %s GENERATED ALWAYS AS (%s) VIRTUAL"
            .formatted(
                Identifiers.quote(column.name()),
                ColumnSql.type(added.change().after(), added.table().oid(), column),
                column.generated().orElseThrow().expression().sql());
    return added.with(Optional.of(action)).map(Statements::ended).orElse("");
  }
}
