package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Refuses to write a table anew to make it logged or unlogged. */
final class SetLogged implements Rule {
  @Override
  public String summary() {
    return "`SET LOGGED` and `SET UNLOGGED` write the whole table anew while nobody can read or"
        + " write it";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.SetLogged.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Alteration.in(subject, TableAction.SetLogged.class).stream()
        .filter(set -> !set.table().complete() || isLogged(set.table()) != set.action().logged())
        .map(
            set ->
                set.finding(
                    "`SET %s` writes `%s` anew while nobody can read or write it"
                        .formatted(
                            set.action().logged() ? "LOGGED" : "UNLOGGED",
                            set.alter().table().sql()),
                    "a new table that is made as it should be, kept in step by a trigger and filled"
                        + " in batches, then a rename of both"))
        .toList();
  }

  private static boolean isLogged(Table table) {
    return table.persistence() == Table.Persistence.PERMANENT;
  }
}
