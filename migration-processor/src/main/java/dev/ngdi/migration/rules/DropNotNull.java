package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Tells of a column that can be null from now on; mostly that is wanted. */
final class DropNotNull implements Rule {
  @Override
  public String summary() {
    return "`DROP NOT NULL`, after which what reads the column can meet null";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.DropNotNull.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.DropNotNull.class).stream()
        .filter(drop -> drop.change().problems().isEmpty())
        .map(
            drop ->
                drop.finding(
                    "`%s` can be null from now on, and every release that reads it has to expect that"
                        .formatted(drop.named(drop.action().column())),
                    ""))
        .toList();
  }
}
