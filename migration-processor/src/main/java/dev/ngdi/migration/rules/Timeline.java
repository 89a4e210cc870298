package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Relation;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.replay.Course;
import dev.ngdi.migration.schema.undo.Difference;
import dev.ngdi.migration.schema.undo.Losses;
import dev.ngdi.migration.schema.undo.SchemaDiff;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A migration replayed: up, and from there down.
 *
 * @param start the schema before the migration
 * @param up the statements of {@code up}
 * @param end the schema behind them
 * @param down the statements of {@code down}, replayed from there
 * @param back the schema behind those
 * @param differences in what that is not as the one before the migration; none without a {@code
 *     down}
 * @param losses what rows {@code up} loses for good, each in a few words
 */
public record Timeline(
    Schema start,
    List<Change> up,
    Schema end,
    List<Change> down,
    Schema back,
    List<Difference> differences,
    List<String> losses) {
  public Timeline {
    differences = List.copyOf(differences);
    losses = List.copyOf(losses);
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
        there.start(),
        changes(there, there.start()),
        end,
        changes(back, end),
        behind,
        back.steps().isEmpty() ? List.of() : SchemaDiff.between(there.start(), behind),
        Losses.of(there));
  }

  /** Of a migration that does nothing yet. */
  public static Timeline empty(Policy policy) {
    Schema schema = Schema.empty(policy.postgres());
    return new Timeline(schema, List.of(), schema, List.of(), schema, List.of(), List.of());
  }

  private static List<Change> changes(Course course, Schema start) {
    return course.steps().stream().map(step -> Change.of(step, start)).toList();
  }

  /** Whether a statement of {@code up} runs others of which anything is known. */
  boolean runsOthers() {
    return up.stream().anyMatch(change -> !change.inner().isEmpty());
  }

  /** The same with the statements that those of {@code up} run in turn, each behind its own. */
  Timeline unfolded() {
    return new Timeline(
        start,
        up.stream().flatMap(Change::unfolded).toList(),
        end,
        down,
        back,
        differences,
        losses);
  }

  /** The kinds of the statements of {@code up}, and of the actions of an {@code ALTER TABLE}. */
  Set<Class<?>> kinds() {
    Set<Class<?>> kinds = new HashSet<>();
    for (Change change : up) {
      kinds.add(change.statement().getClass());
      if (change.statement() instanceof Statement.AlterTable alter) {
        for (TableAction action : alter.actions()) {
          kinds.add(action.getClass());
        }
      }
    }
    return kinds;
  }

  /**
   * The relation of a name as a statement meets it, if it can have rows and users: if the migration
   * did not make it.
   */
  Optional<Relation> existing(Change change, QualifiedName name) {
    return change.before().relation(name).found().filter(this::existed);
  }

  /** Whether an object was there before the migration. */
  boolean existed(CatalogObject object) {
    return object.oid() < start.nextOid();
  }

  /** Whether the migration itself gave a table the column that it has now. */
  boolean madeColumn(Relation relation, String column) {
    int number = relation.column(column).map(Column::number).orElse(0);
    return number != 0
        && start
            .get(relation.oid(), Table.class)
            .filter(Table::complete)
            .filter(table -> table.column(number).isEmpty())
            .isPresent();
  }
}
