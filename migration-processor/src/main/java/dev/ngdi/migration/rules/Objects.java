package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;

/** What a migration makes besides tables. */
final class Objects {
  private Objects() {}

  /** Whether {@code up} creates an object of a kind and name, before or behind. */
  static boolean made(Subject subject, String kind, QualifiedName name) {
    return subject.timeline().up().stream()
        .map(Change::statement)
        .anyMatch(
            statement ->
                statement instanceof Statement.CreateObject create
                    && create.kind().equals(kind)
                    && !create.orReplace()
                    && !create.ifNotExists()
                    && Statements.sameName(create.name(), name));
  }
}
