package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Set;

/**
 * A parsed SQL script. Reading never throws: what is wrong with the script is among its {@link
 * #problems()}, and the statements are those that could be read.
 *
 * @param sql the whole text
 * @param statements its statements in order; empty ones left out
 * @param problems what is wrong with it, in order
 * @param identifiers every name that stands in it outside strings and comments, as the catalogue
 *     has it
 */
public record Script(
    String sql, List<Statement> statements, List<SqlProblem> problems, Set<String> identifiers) {

  /** A script without statements. */
  public static final Script EMPTY = new Script("", List.of(), List.of(), Set.of());

  public Script {
    statements = List.copyOf(statements);
    problems = List.copyOf(problems);
    identifiers = Set.copyOf(identifiers);
  }

  /** Reads a script. */
  public static Script parse(String sql) {
    return new ScriptReader(sql, true).read();
  }

  /** Reads what another text puts together or quotes: all of it is shown at that place. */
  public static Script parse(String sql, Position at) {
    return new ScriptReader(sql, true, at).read();
  }

  /**
   * Reads a script that was parsed without problems before: faster, because the grammar is not
   * asked again; its {@link #identifiers} are not known.
   */
  public static Script reread(String sql) {
    return new ScriptReader(sql, false).read();
  }

  /** Its statements of one kind, in order. */
  public <S extends Statement> List<S> all(Class<S> kind) {
    return statements.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Whether each of its statements runs inside a transaction block. */
  public boolean runsInTransaction() {
    return statements.stream().allMatch(Statement::runsInTransaction);
  }

  /**
   * Whether it does nothing: no statement, or only queries of constants such as {@code SELECT 1},
   * blocks that do nothing, and settings.
   */
  public boolean isEmpty() {
    return statements.stream().allMatch(Effect::isNone);
  }
}
