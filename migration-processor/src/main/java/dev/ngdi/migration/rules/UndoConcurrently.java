package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks that what is done to an index without blocking is taken back without blocking. */
final class UndoConcurrently implements Rule {
  @Override
  public String summary() {
    return "a `CONCURRENTLY` in `up` without its counterpart in `down`";
  }

  @Override
  public List<Finding> check(Subject subject) {
    Script up = subject.up().orElse(Script.EMPTY);
    Script down = subject.down().orElse(Script.EMPTY);
    if (down.isEmpty() || !down.problems().isEmpty() || !up.problems().isEmpty()) {
      return List.of();
    }
    Stream<Finding> built =
        up.all(Statement.CreateIndex.class).stream()
            .filter(index -> index.concurrently() && IndexSql.shouldBeConcurrent(subject, index))
            .flatMap(index -> index.name().stream())
            .flatMap(name -> dropped(name, down).stream());
    Stream<Finding> dropped =
        up.all(Statement.DropIndex.class).stream()
            .filter(Statement.DropIndex::concurrently)
            .flatMap(drop -> drop.names().stream())
            .filter(name -> !isBuilt(name, up))
            .flatMap(name -> built(subject, name, down).stream());
    return Stream.concat(built, dropped).toList();
  }

  private static boolean isBuilt(QualifiedName name, Script script) {
    return script.all(Statement.CreateIndex.class).stream().anyMatch(index -> isNamed(index, name));
  }

  private static boolean isNamed(Statement.CreateIndex index, QualifiedName name) {
    return index.name().filter(own -> Statements.sameName(own, name)).isPresent();
  }

  /** What is wrong with the drop, in {@code down}, of an index that {@code up} builds. */
  private static Optional<Finding> dropped(QualifiedName name, Script down) {
    String instead = "DROP INDEX CONCURRENTLY " + name.sql();
    List<Statement.DropIndex> drops =
        down.all(Statement.DropIndex.class).stream()
            .filter(drop -> drop.names().stream().anyMatch(n -> Statements.sameName(n, name)))
            .toList();
    if (drops.stream().anyMatch(Statement.DropIndex::concurrently)) {
      return Optional.empty();
    }
    return Optional.of(
        drops.isEmpty()
            ? Finding.in(
                Part.DOWN,
                "the index `%s` that `up` builds is still there after `down`".formatted(name.sql()),
                instead)
            : Finding.at(
                Part.DOWN,
                drops.get(0),
                "`DROP INDEX` blocks every read and write of the table while it waits for its turn",
                instead));
  }

  /** What is wrong with the building, in {@code down}, of an index that {@code up} drops. */
  private static Optional<Finding> built(Subject subject, QualifiedName name, Script down) {
    List<Statement.CreateIndex> builds =
        down.all(Statement.CreateIndex.class).stream()
            .filter(index -> isNamed(index, name))
            .toList();
    if (builds.stream().anyMatch(Statement.CreateIndex::concurrently)) {
      return Optional.empty();
    }
    return Optional.of(
        builds.isEmpty()
            ? Finding.in(
                Part.DOWN,
                "the index `%s` that `up` drops is not there after `down`".formatted(name.sql()),
                "CREATE INDEX CONCURRENTLY %s ON …".formatted(name.sql()))
            : Finding.at(
                Part.DOWN,
                builds.get(0),
                "`CREATE INDEX` on `%s` blocks every write until the index is built"
                    .formatted(builds.get(0).table().sql()),
                concurrently(subject, builds.get(0))));
  }

  private static String concurrently(Subject subject, Statement.CreateIndex index) {
    return subject.timeline().down().stream()
        .filter(change -> change.statement().equals(index))
        .findFirst()
        .map(change -> IndexSql.concurrently(change, index))
        .orElse("");
  }
}
