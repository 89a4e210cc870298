package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;

/** Warns of a drop of an index that nobody can pass while it waits. */
final class DropIndexNotConcurrent implements Rule {
  @Override
  public String summary() {
    return "dropping an index without `CONCURRENTLY` blocks every read and write while it waits for"
        + " its turn";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.DropIndex.class);
  }

  @Override
  public List<Finding> check(Subject subject) {

    return IndexDrop.in(subject).stream()
        .filter(drop -> !drop.drop().statement().concurrently() && drop.canBeConcurrent())
        .filter(drop -> !drop.tableGoes() && drop.replacement().isEmpty())
        .map(DropIndexNotConcurrent::finding)
        .toList();
  }

  private static Finding finding(IndexDrop drop) {
    Statement.DropIndex statement = drop.drop().statement();
    String concurrent =
        "DROP INDEX CONCURRENTLY %s%s"
            .formatted(statement.ifExists() ? "IF EXISTS " : "", drop.name().sql());
    boolean stays = drop.drop().isAlone() && statement.names().size() == 1;
    return drop.drop()
        .finding(
            "`DROP INDEX %s` blocks every read and write of %s while it waits for its turn"
                .formatted(drop.name().sql(), drop.table()),
            stays
                ? concurrent
                : Sequel.of(drop.drop().subject())
                    .then(
                        "<why the index is not needed any more, as a sentence>.",
                        concurrent,
                        drop.back())
                    .text());
  }
}
