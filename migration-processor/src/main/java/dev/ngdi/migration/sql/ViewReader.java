package dev.ngdi.migration.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code CREATE VIEW} and {@code CREATE MATERIALIZED VIEW}. */
final class ViewReader {
  private ViewReader() {}

  /** Behind the name. */
  static Definition read(Cursor cursor, QualifiedName name, boolean temporary, boolean recursive) {
    List<String> columns = cursor.atSymbol("(") ? SourceReader.names(cursor.nested()) : List.of();
    Map<String, String> options = new LinkedHashMap<>();
    Optional<String> accessMethod = Optional.empty();
    Optional<String> tablespace = Optional.empty();
    while (!cursor.atEnd() && !cursor.skip("as")) {
      if (cursor.skip("using")) {
        accessMethod = Optional.of(cursor.name());
      } else if (cursor.skip("with") && cursor.atSymbol("(")) {
        options.putAll(StorageParameters.read(cursor.nested()));
      } else if (cursor.skip("tablespace")) {
        tablespace = Optional.of(cursor.name());
      } else {
        cursor.take();
      }
    }
    boolean withData = true;
    Cursor end = cursor.copy();
    end.toEnd();
    int wordsOfClause = wordsBehindQuery(end);
    if (end.previous().isWord("option") && wordsOfClause > 0) {
      Token kind = end.peek(-3);
      boolean local = kind.isWord("local");
      options.put("check_option", local ? "local" : "cascaded");
    } else {
      withData = !end.peek(-2).isWord("no") || wordsOfClause == 0;
    }
    Cursor query = cursor.withoutLast(wordsOfClause);
    Fragment fragment =
        recursive
            ? FragmentReader.recursiveQuery(query, name.name(), columns)
            : FragmentReader.query(query);
    return new Definition.View(
        fragment, columns, options, recursive, withData, temporary, accessMethod, tablespace);
  }

  /** How many words {@code WITH CHECK OPTION} or {@code WITH NO DATA} at the end has. */
  private static int wordsBehindQuery(Cursor end) {
    boolean check = end.peek(-1).isWord("option") && end.peek(-2).isWord("check");
    boolean data = end.peek(-1).isWord("data");
    for (int words = 2; (check || data) && words <= 4; words++) {
      if (end.peek(-words).isWord("with")) {
        return words;
      }
    }
    return 0;
  }
}
