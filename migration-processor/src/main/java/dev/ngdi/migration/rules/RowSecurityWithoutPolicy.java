package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Warns of a table in use of which suddenly nobody sees a row. */
final class RowSecurityWithoutPolicy implements Rule {
  @Override
  public String summary() {
    return "row level security without a policy, so that only the owner of the table sees its rows";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.RowSecurity.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return Alteration.in(subject, TableAction.RowSecurity.class).stream()
        .filter(set -> set.action().on() && !set.action().forced())
        .filter(set -> set.table().complete() && hasNoPolicy(subject, set.table().oid()))
        .map(
            set ->
                set.finding(
                    "nobody but its owner sees a row of `%s` any more: it has no policy"
                        .formatted(set.alter().table().sql()),
                    instead(set)))
        .toList();
  }

  private static boolean hasNoPolicy(Subject subject, int table) {
    Schema end = subject.timeline().end();
    return end.of(table, dev.ngdi.migration.schema.Policy.class).isEmpty() && !end.unsure(table);
  }

  private static String instead(Alteration<TableAction.RowSecurity> set) {
    String policy = Identifiers.quote(set.table().name() + "_visible");
    return "CREATE POLICY %s ON %s USING (…);\n%s"
        .formatted(policy, set.alter().table().sql(), Statements.ended(set.alter().source().sql()));
  }
}
