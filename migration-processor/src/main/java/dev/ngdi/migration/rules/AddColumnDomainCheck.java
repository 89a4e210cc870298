package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses a new column of a domain that refuses values, on a table that has rows. */
final class AddColumnDomainCheck implements Rule {
  @Override
  public String summary() {
    return "a new column of a domain with a `CHECK` or `NOT NULL`, which writes the whole table"
        + " anew";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.AddColumn.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.AddColumn.class).stream()
        .filter(AddColumnDomainCheck::isFound)
        .map(added -> added.finding(problem(added), AddColumnPlan.of(subject, added)))
        .toList();
  }

  private static boolean isFound(Alteration<TableAction.AddColumn> added) {
    return domain(added).isPresent() && added.surely(RelationLock::rewrite);
  }

  private static Optional<UserType.Domain> domain(Alteration<TableAction.AddColumn> added) {
    Schema after = added.change().after();
    return ColumnSql.checkedDomain(
        after, ColumnSql.typeOf(after, added.table().oid(), added.action().column()));
  }

  private static String problem(Alteration<TableAction.AddColumn> added) {
    return "the domain `%s` refuses values, so `ADD COLUMN` writes all of `%s` and its indexes anew while nobody can read or write it"
        .formatted(
            Rendering.name(added.change().after(), domain(added).orElseThrow().oid()),
            added.tableSql());
  }
}
