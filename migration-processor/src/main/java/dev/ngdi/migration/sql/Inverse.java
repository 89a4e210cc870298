package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Derives the script that takes another one back, from its text alone.
 *
 * <p>Derived is what does not depend on the state before: what the script makes is dropped, what it
 * renames gets its old name, what it switches is switched back. What happens to an object that the
 * script itself makes needs nothing, because that object is dropped. Not derived are dropped
 * objects, changed rows, types and defaults, {@code OR REPLACE} and {@code IF NOT EXISTS}, a {@code
 * GRANT} (it may have been granted before) and a primary key (it leaves its columns {@code NOT
 * NULL}).
 *
 * <p>{@code DROP NOT NULL} is taken back by {@code SET NOT NULL}: that fails where rows have come
 * to need the missing value, and it loses nothing then. The name of an index, a unique or a foreign
 * key without one is taken to be the first that PostgreSQL would choose. A check without a name is
 * not derived: a column often has several, and PostgreSQL numbers them.
 */
public final class Inverse {
  private Inverse() {}

  /**
   * The inverse of a script.
   *
   * @return the SQL, its statements in the opposite order, each on a line of its own; empty if any
   *     statement's inverse depends on what was there before, if the script is not sound, or if
   *     there is nothing to take back
   */
  public static Optional<String> of(Script up) {
    if (!up.problems().isEmpty()) {
      return Optional.empty();
    }
    Made made = new Made(up);
    List<String> undo = new ArrayList<>();
    for (Statement statement : up.statements()) {
      Optional<List<String>> inverse = inverse(statement, up, made);
      if (inverse.isEmpty()) {
        return Optional.empty();
      }
      List<String> statements = new ArrayList<>(inverse.get());
      Collections.reverse(statements);
      undo.addAll(statements);
    }
    Collections.reverse(undo);
    List<String> last = made.droppedLast();
    undo.removeAll(last);
    if (undo.isEmpty() && last.isEmpty()) {
      return Optional.empty();
    }
    return namesResolveAsIn(up)
        .map(
            settings ->
                Stream.of(settings, undo, last)
                    .flatMap(List::stream)
                    .map(sql -> sql + ";\n")
                    .collect(Collectors.joining()));
  }

  private static Optional<List<String>> inverse(Statement statement, Script up, Made made) {
    if (Effect.isNone(statement)) {
      return Optional.of(List.of());
    }
    if (statement instanceof Statement.CreateTable create) {
      return TableInverse.ofCreate(create, made);
    }
    if (statement instanceof Statement.AlterTable alter) {
      return TableInverse.ofAlter(alter, made);
    }
    if (statement instanceof Statement.CreateIndex create) {
      return IndexInverse.ofCreate(create, made);
    }
    if (statement instanceof Statement.DropIndex drop) {
      return IndexInverse.ofDrop(drop, up);
    }
    if (statement instanceof Statement.CreateObject create) {
      return ObjectInverse.ofCreate(create, made);
    }
    if (statement instanceof Statement.AlterObject alter) {
      return ObjectInverse.ofAlter(alter, made);
    }
    if (statement instanceof Statement.ChangeRows change) {
      return made.hasOnlyRowsOf(change) ? Optional.of(List.of()) : Optional.empty();
    }
    return ObjectInverse.needsNone(statement, made) ? Optional.of(List.of()) : Optional.empty();
  }

  /** Settings that decide what names mean: they are repeated, if they come before all else. */
  private static Optional<List<String>> namesResolveAsIn(Script up) {
    List<String> settings = new ArrayList<>();
    boolean first = true;
    for (Statement statement : up.statements()) {
      boolean decides =
          statement instanceof Statement.SetParameter set
              && List.of("search_path", "role", "session_authorization", "all")
                  .contains(set.name());
      if (decides && !first) {
        return Optional.empty();
      }
      if (decides) {
        settings.add(OneLine.of(statement.source().sql()));
      }
      first &= statement instanceof Statement.SetParameter;
    }
    return Optional.of(settings);
  }
}
