package dev.ngdi.migration.sql;

/**
 * A place in a script.
 *
 * @param offset UTF-16 units before it, from 0
 * @param line the line, from 1
 * @param column the UTF-16 unit in the line, from 1
 */
public record Position(int offset, int line, int column) {
  /** Where every script begins. */
  public static final Position START = new Position(0, 1, 1);

  /** The place in the script of what has a place in a text that begins here. */
  Position plus(Position inside) {
    return new Position(
        offset + inside.offset,
        line + inside.line - 1,
        inside.line == 1 ? column + inside.column - 1 : inside.column);
  }
}
