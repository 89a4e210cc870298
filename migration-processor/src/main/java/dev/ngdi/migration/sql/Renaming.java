package dev.ngdi.migration.sql;

/** Renames of anything but tables. */
final class Renaming {
  private Renaming() {}

  /** The statement that gives the old name back. */
  static String back(String sql, Statement.AlterObject alter, Made made) {
    Cursor cursor = Cursor.over(sql);
    cursor.seek("rename");
    int rename = cursor.take().start();
    if (alter.renamedTo().isPresent()) {
      QualifiedName renamed = alter.renamedTo().get();
      if (made.hasObject(alter.kind(), alter.name())) {
        made.object(alter.kind(), renamed);
      }
      String behindName = sql.substring(endOfName(sql), rename).strip();
      String rest =
          behindName.isEmpty() ? "" : (behindName.startsWith("(") ? "" : " ") + behindName;
      return "ALTER %s %s%s RENAME TO %s"
          .formatted(
              alter.kind(),
              renamed.sql(),
              OneLine.of(rest).isEmpty() ? "" : rest,
              Identifiers.quote(alter.name().name()));
    }
    int words = cursor.peek().start();
    while (!cursor.peek(1).isWord("to")) {
      cursor.take();
    }
    Token from = cursor.take();
    cursor.take();
    Token to = cursor.take();
    String behind = sql.substring(to.end());
    return OneLine.of(
        sql.substring(0, rename)
            + "RENAME "
            + sql.substring(words, from.start())
            + sql.substring(to.start(), to.end())
            + " TO "
            + sql.substring(from.start(), from.end())
            + behind);
  }

  private static int endOfName(String sql) {
    Cursor cursor = Cursor.over(sql);
    cursor.skip("alter");
    cursor.skip("procedural");
    ObjectKind.read(cursor);
    cursor.qualifiedName();
    return cursor.previous().end();
  }
}
