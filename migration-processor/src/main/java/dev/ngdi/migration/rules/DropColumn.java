package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses to drop a column without a word on who has stopped using it. */
final class DropColumn implements Rule {
  @Override
  public String summary() {
    return "dropping a column whose values are lost and that a running release may read";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.DropColumn.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.DropColumn.class).stream()
        .filter(drop -> !subject.timeline().madeColumn(drop.table(), drop.action().column()))
        .filter(drop -> isThere(drop))
        .map(DropColumn::finding)
        .toList();
  }

  private static boolean isThere(Alteration<TableAction.DropColumn> drop) {
    return !drop.table().complete() || drop.table().column(drop.action().column()).isPresent();
  }

  private static Finding finding(Alteration<TableAction.DropColumn> drop) {
    String table = drop.alter().table().sql();
    String column = Identifiers.quote(drop.action().column());
    Optional<Column> known = drop.table().column(drop.action().column());
    boolean needed = known.filter(c -> c.notNull() && c.defaultOid() == 0).isPresent();
    return drop.finding(
        "`%s.%s` and its values are gone for good, and a release that still reads it fails"
            .formatted(table, column),
        needed
            ? "ALTER TABLE %s ALTER COLUMN %s DROP NOT NULL;\nthen a release that neither reads nor writes it, then this migration"
                .formatted(table, column)
            : "first a release that neither reads nor writes it, then this migration");
  }
}
