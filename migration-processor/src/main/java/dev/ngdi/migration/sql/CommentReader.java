package dev.ngdi.migration.sql;

import java.util.Optional;

/** {@code COMMENT ON} what has a name. */
final class CommentReader {
  private CommentReader() {}

  /** Empty where the object has no name of its own, such as a cast. */
  static Optional<Statement> read(Statement.Text text, Cursor cursor) {
    cursor.skip("comment");
    cursor.skip("on");
    if (cursor.skip("column")) {
      QualifiedName table = cursor.tableOfColumnName();
      Optional<String> column = Optional.of(cursor.previous().value());
      return Optional.of(
          new Statement.Comment(
              text, "COLUMN", table, column, Optional.empty(), false, "", comment(cursor)));
    }
    if (cursor.skip("constraint")) {
      return Optional.of(of(text, cursor, "CONSTRAINT", ""));
    }
    return ObjectKind.read(cursor)
        .filter(kind -> isNamed(kind, cursor))
        .map(
            kind -> {
              String arguments = "";
              if (kind.hasArguments()) {
                Cursor list = cursor.copy();
                list.qualifiedName();
                arguments = Arguments.forDrop(list, kind);
              }
              return of(text, cursor, kind.sql(), arguments);
            });
  }

  private static boolean isNamed(ObjectKind kind, Cursor cursor) {
    return cursor.peek().isName()
        && switch (kind) {
          case CAST, OPERATOR, OPERATOR_CLASS, OPERATOR_FAMILY, TRANSFORM, USER_MAPPING -> false;
          default -> true;
        };
  }

  private static Statement.Comment of(
      Statement.Text text, Cursor cursor, String kind, String arguments) {
    QualifiedName name = cursor.qualifiedName();
    cursor.skipParentheses();
    Optional<QualifiedName> on = Optional.empty();
    boolean onDomain = false;
    if (cursor.skip("on")) {
      onDomain = cursor.at("domain") && cursor.peek(1).isName() && !cursor.at("domain", "is");
      if (onDomain) {
        cursor.take();
      }
      on = Optional.of(cursor.qualifiedName());
    }
    return new Statement.Comment(
        text, kind, name, Optional.empty(), on, onDomain, arguments, comment(cursor));
  }

  private static Optional<String> comment(Cursor cursor) {
    cursor.skip("is");
    return cursor.at("null") ? Optional.empty() : Optional.of(cursor.rest());
  }
}
