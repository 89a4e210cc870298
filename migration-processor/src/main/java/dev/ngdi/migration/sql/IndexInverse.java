package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;

/** What takes back {@code CREATE INDEX}. */
final class IndexInverse {
  private IndexInverse() {}

  static Optional<List<String>> ofCreate(Statement.CreateIndex create, Made made) {
    if (create.ifNotExists()) {
      return Optional.empty();
    }
    if (made.hasRelation(create.table())) {
      return Optional.of(List.of());
    }
    String drop = create.concurrently() ? "DROP INDEX CONCURRENTLY " : "DROP INDEX ";
    return create.name().or(() -> generatedName(create)).map(name -> List.of(drop + name.sql()));
  }

  private static Optional<QualifiedName> generatedName(Statement.CreateIndex create) {
    Cursor cursor = Cursor.over(create.source().sql());
    cursor.seek("on");
    cursor.take();
    cursor.skip("only");
    cursor.qualifiedName();
    if (cursor.skip("using")) {
      cursor.take();
    }
    if (!cursor.atSymbol("(")) {
      return Optional.empty();
    }
    Cursor list = cursor.nested();
    return cursor.at("include")
        ? Optional.empty()
        : GeneratedNames.of(create.table(), list, "idx")
            .map(name -> new QualifiedName(create.table().schema(), name));
  }

  /** What an interrupted {@code CREATE INDEX CONCURRENTLY} may have left is nobody's loss. */
  static Optional<List<String>> ofDrop(Statement.DropIndex drop, Script up) {
    boolean leftover =
        drop.ifExists()
            && drop.names().size() == 1
            && up.all(Statement.CreateIndex.class).stream()
                .filter(Statement.CreateIndex::concurrently)
                .flatMap(create -> create.name().stream())
                .anyMatch(name -> name.name().equals(drop.names().get(0).name()));
    return leftover ? Optional.of(List.of()) : Optional.empty();
  }
}
