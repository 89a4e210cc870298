package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Refuses to write a table anew in another form. */
final class SetAccessMethod implements Rule {
  private static final String USUAL = "heap";

  @Override
  public String summary() {
    return "`SET ACCESS METHOD` writes the whole table anew while nobody can read or write it";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.SetAccessMethod.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Alteration.in(subject, TableAction.SetAccessMethod.class).stream()
        .filter(set -> set.table().partitionBy().isEmpty())
        .filter(set -> !set.table().complete() || !isSame(set))
        .map(
            set ->
                set.finding(
                    "`SET ACCESS METHOD` writes `%s` anew while nobody can read or write it"
                        .formatted(set.alter().table().sql()),
                    "a new table that is made with `USING`, kept in step by a trigger and filled in"
                        + " batches, then a rename of both"))
        .toList();
  }

  private static boolean isSame(Alteration<TableAction.SetAccessMethod> set) {
    String now = set.table().settings().get("access method").orElse(USUAL);
    return now.equals(set.action().method().orElse(USUAL));
  }
}
