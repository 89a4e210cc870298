package dev.ngdi.migration.sql;

import java.util.Optional;

/**
 * A {@code COPY}, taken apart.
 *
 * @param table the table; empty for a query's rows
 * @param from whether the rows come in, rather than out
 * @param end where they come from or go to
 */
public record Copy(Optional<QualifiedName> table, boolean from, End end) {

  /** The other end of a {@code COPY}. */
  public enum End {
    CLIENT,
    SERVER_FILE,
    SERVER_PROGRAM
  }

  /** Empty for any other statement. */
  public static Optional<Copy> of(Statement statement) {
    if (!statement.command().equals("COPY")) {
      return Optional.empty();
    }
    Cursor cursor = Cursor.over(statement.source().sql());
    cursor.skip("copy");
    cursor.skip("binary");
    Optional<QualifiedName> table =
        cursor.peek().isName() ? Optional.of(cursor.qualifiedName()) : Optional.empty();
    cursor.skipParentheses();
    boolean from = cursor.take().isWord("from");
    return Optional.of(new Copy(table, from, end(cursor)));
  }

  private static End end(Cursor cursor) {
    if (cursor.at("program")) {
      return End.SERVER_PROGRAM;
    }
    return cursor.peek().isString() ? End.SERVER_FILE : End.CLIENT;
  }
}
