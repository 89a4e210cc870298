package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A migration replayed: up, and from there down.
 *
 * @param start the schema before the migration
 * @param up the statements of {@code up}
 * @param end the schema behind them
 * @param down the statements of {@code down}, replayed from there
 * @param back the schema behind those
 */
public record Timeline(Schema start, List<Change> up, Schema end, List<Change> down, Schema back) {
  public Timeline {
    up = List.copyOf(up);
    down = List.copyOf(down);
  }

  /**
   * Replays a migration.
   *
   * @param code whether it is Java code, of which nothing can be known
   */
  public static Timeline of(
      Schema start, Optional<Script> up, Optional<Script> down, boolean code) {
    Course there = Course.of(start, up.orElse(Script.EMPTY));
    Schema end = code ? there.end().withEverythingUnsure() : there.end();
    Course back = Course.of(end, down.orElse(Script.EMPTY));
    Schema behind = code ? back.end().withEverythingUnsure() : back.end();
    return new Timeline(
        there.start(), changes(there, there.start()), end, changes(back, end), behind);
  }

  private static List<Change> changes(Course course, Schema start) {
    return course.steps().stream().map(step -> Change.of(step, start)).toList();
  }

  /**
   * The relation of a name as a statement meets it, if it can have rows and users: if the migration
   * did not make it.
   */
  Optional<Relation> existing(Change change, QualifiedName name) {
    return change.before().relation(name).found().filter(relation -> existed(change, relation));
  }

  /** Whether an object was there before the migration, although none made it perhaps. */
  boolean existed(Change change, CatalogObject object) {
    return object.oid() < start.nextOid() || isAdopted(change, object.oid());
  }

  /** Whether a statement up to this one was the first to use what must have been there. */
  private boolean isAdopted(Change change, int oid) {
    Schema before = start;
    for (Change earlier : Stream.concat(up.stream(), down.stream()).toList()) {
      if (before.get(oid).isEmpty() && earlier.before().get(oid).isPresent()) {
        return true;
      } else if (earlier == change) {
        return false;
      }
      before = earlier.after();
    }
    return false;
  }
}
