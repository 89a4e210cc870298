package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses to move a table away from where the release that runs meanwhile looks for it. */
final class MoveToOtherSchema implements Rule {
  @Override
  public String summary() {
    return "moving a table to a schema where a running release does not look for it";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.SetSchema.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.SetSchema.class).stream()
        .filter(move -> subject.timeline().end().relation(move.alter().table()).found().isEmpty())
        .map(MoveToOtherSchema::finding)
        .toList();
  }

  private static Finding finding(Alteration<TableAction.SetSchema> move) {
    QualifiedName from = move.alter().table();
    QualifiedName to = new QualifiedName(Optional.of(move.action().schema()), move.table().name());
    return move.finding(
        "whoever still looks for `%s` where it was fails from the moment on that it is `%s`"
            .formatted(from.sql(), to.sql()),
        "ALTER TABLE %1$s SET SCHEMA %2$s;\nCREATE VIEW %1$s AS SELECT * FROM %3$s;\n-- in one migration, and when nobody looks there any more: DROP VIEW %1$s"
            .formatted(from.sql(), move.action().schema(), to.sql()));
  }
}
