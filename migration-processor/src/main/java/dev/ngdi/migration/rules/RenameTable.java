package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Refuses to take a table's name away from the release that runs meanwhile. */
final class RenameTable implements Rule {
  @Override
  public String summary() {
    return "renaming a table that a running release knows by its old name";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.RenameTable.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    Schema end = subject.timeline().end();
    return Alteration.in(subject, TableAction.RenameTable.class).stream()
        .filter(rename -> end.relation(rename.alter().table()).absent())
        .map(RenameTable::finding)
        .toList();
  }

  private static Finding finding(Alteration<TableAction.RenameTable> rename) {
    QualifiedName from = rename.alter().table();
    QualifiedName to = new QualifiedName(from.schema(), rename.action().to());
    return rename.finding(
        "whoever still says `%s` fails from the moment on that it is called `%s`"
            .formatted(from.sql(), to.sql()),
        "ALTER TABLE %s;\nCREATE VIEW %s AS SELECT * FROM %s;\n-- in one migration, and when nobody says `%s` any more: DROP VIEW %s"
            .formatted(
                from.sql() + " RENAME TO " + to.sql(),
                from.sql(),
                to.sql(),
                from.sql(),
                from.sql()));
  }
}
