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
}
