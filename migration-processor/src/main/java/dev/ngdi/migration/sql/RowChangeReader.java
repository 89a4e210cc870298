package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes the changes of rows in a statement apart. */
final class RowChangeReader {
  private static final Set<String> COMMANDS = Set.of("insert", "update", "delete", "merge");
  private static final String[] BEHIND_CONDITION = {
    "returning",
    "group",
    "having",
    "window",
    "union",
    "intersect",
    "except",
    "order",
    "limit",
    "offset",
    "fetch",
    "for",
    "on"
  };

  private final String sql;
  private final List<RowChange> changes = new ArrayList<>();

  RowChangeReader(String sql) {
    this.sql = sql;
  }

  List<RowChange> read() {
    statement(Cursor.over(sql));
    return List.copyOf(changes);
  }

  private void statement(Cursor cursor) {
    if (cursor.skip("with")) {
      while (!cursor.atEnd() && !COMMANDS.contains(cursor.peek().value())) {
        if (cursor.atSymbol("(")) {
          Cursor query = cursor.nested();
          if (COMMANDS.contains(query.peek().value())) {
            statement(query);
          }
        } else {
          cursor.take();
        }
      }
    }
    String command = cursor.take().value();
    if (COMMANDS.contains(command)) {
      cursor.skipAny("into", "from");
      cursor.skip("only");
      QualifiedName table = cursor.qualifiedName();
      cursor.skipSymbol("*");
      if (command.equals("insert")) {
        insert(table, cursor);
      } else {
        change(command.toUpperCase(Locale.ROOT), table, cursor);
      }
    }
  }

  private void change(String command, QualifiedName table, Cursor cursor) {
    boolean named = cursor.skip("as") || (cursor.peek().isName() && !isClause(cursor));
    String qualifier = named ? cursor.name() : table.name();
    List<String> assigned = cursor.skip("set") ? assigned(cursor.copy()) : List.of();
    boolean joined = cursor.copy().seek("from", "using");
    int end = cursor.copy().seek("where") ? 0 : behindLast(cursor.copy());
    Optional<String> condition = Optional.empty();
    Fragment.Span place = new Fragment.Span(end, end);
    if (!command.equals("MERGE") && cursor.seek("where")) {
      cursor.take();
      place = span(cursor, "returning");
      condition = Optional.of(sql.substring(place.start(), place.end()));
    }
    changes.add(
        new RowChange(
            command,
            table,
            qualifier,
            assigned,
            condition,
            place,
            joined,
            List.of(),
            List.of(),
            false,
            command.equals("MERGE") ? actions(cursor.copy()) : Set.of(command)));
  }

  /** What stands behind {@code THEN}, where that is not of a {@code CASE}. */
  private static Set<String> actions(Cursor cursor) {
    Set<String> actions = new LinkedHashSet<>();
    int cases = 0;
    while (!cursor.atEnd()) {
      if (cursor.atSymbol("(")) {
        cursor.nested();
      } else if (cursor.skip("case")) {
        cases++;
      } else if (cases > 0 && cursor.skip("end")) {
        cases--;
      } else if (cases == 0 && cursor.skip("then") && !cursor.at("do")) {
        actions.add(cursor.take().value().toUpperCase(Locale.ROOT));
      } else {
        cursor.take();
      }
    }
    return actions;
  }

  private static boolean isClause(Cursor cursor) {
    return Set.of("set", "using", "where", "returning").contains(cursor.peek().value());
  }

  private static List<String> assigned(Cursor cursor) {
    int start = cursor.index();
    cursor.seek("from", "where", "returning");
    List<String> columns = new ArrayList<>();
    for (Cursor part : cursor.since(start).splitAtCommas()) {
      if (part.atSymbol("(")) {
        part.nested().splitAtCommas().forEach(column -> columns.add(column.name()));
      } else {
        columns.add(part.name());
      }
    }
    return columns;
  }

  /** Where a condition would stand: before {@code RETURNING}, or at the end. */
  private static int behindLast(Cursor cursor) {
    cursor.seek("returning");
    return cursor.previous().end();
  }

  private static Fragment.Span span(Cursor cursor, String... ends) {
    int start = cursor.peek().start();
    cursor.seek(ends);
    return new Fragment.Span(start, Math.max(start, cursor.previous().end()));
  }

  private void insert(QualifiedName table, Cursor cursor) {
    Set<String> actions = insertActions(cursor.copy());
    String qualifier = cursor.skip("as") ? cursor.name() : table.name();
    List<String> columns = new ArrayList<>();
    if (cursor.atSymbol("(") && !cursor.peek(1).isWord("select")) {
      cursor.nested().splitAtCommas().forEach(column -> columns.add(column.name()));
    }
    boolean overridesUser = false;
    if (cursor.skip("overriding")) {
      overridesUser = cursor.take().isWord("user");
      cursor.skip("value");
    }
    List<List<String>> rows = new ArrayList<>();
    if (cursor.skip("values")) {
      do {
        rows.add(cursor.nested().splitAtCommas().stream().map(Cursor::rest).toList());
      } while (cursor.skipSymbol(","));
    }
    List<Fragment.RelationSource> read = rows.isEmpty() ? sources(cursor.copy()) : List.of();
    Optional<String> condition = Optional.empty();
    Fragment.Span place = new Fragment.Span(0, 0);
    if (!read.isEmpty()) {
      int end = behindSource(cursor.copy());
      place = new Fragment.Span(end, end);
      if (cursor.seek("where")) {
        cursor.take();
        place = span(cursor, BEHIND_CONDITION);
        condition = Optional.of(sql.substring(place.start(), place.end()));
      }
    }
    changes.add(
        new RowChange(
            "INSERT",
            table,
            qualifier,
            columns,
            condition,
            place,
            false,
            rows,
            read,
            overridesUser,
            actions));
  }

  private static Set<String> insertActions(Cursor cursor) {
    Set<String> actions = new LinkedHashSet<>(Set.of("INSERT"));
    while (cursor.seek("on")) {
      if (!cursor.skip("on", "conflict")) {
        cursor.take();
        continue;
      }
      boolean named = !cursor.at("do");
      boolean found = cursor.seek("do") && cursor.skip("do");
      boolean updates = found && cursor.at("update", "set");
      if (updates) {
        actions.add("UPDATE");
      }
      if (named && (updates || cursor.at("nothing"))) {
        actions.add("SELECT");
      }
    }
    return actions;
  }

  private static int behindSource(Cursor cursor) {
    cursor.seek("from");
    cursor.take();
    while (!cursor.atEnd()) {
      for (String word : BEHIND_CONDITION) {
        boolean join = word.equals("on") && !cursor.at("on", "conflict");
        if (cursor.at(word) && !join) {
          return cursor.previous().end();
        }
      }
      if (cursor.atSymbol("(")) {
        cursor.nested();
      } else {
        cursor.take();
      }
    }
    return cursor.previous().end();
  }

  private static List<Fragment.RelationSource> sources(Cursor query) {
    if (query.skip("default", "values") || query.atEnd()) {
      return List.of();
    }
    Fragment fragment = FragmentReader.query(query);
    List<Fragment.RelationSource> found = new ArrayList<>();
    if (!fragment.scopes().isEmpty()) {
      addSources(fragment, 0, found);
    }
    return found;
  }

  private static void addSources(
      Fragment fragment, int scope, List<Fragment.RelationSource> found) {
    for (Fragment.Source source : fragment.scopes().get(scope).sources()) {
      if (source instanceof Fragment.RelationSource relation) {
        found.add(relation);
      } else if (source instanceof Fragment.QuerySource query && query.scope() > scope) {
        addSources(fragment, query.scope(), found);
      }
    }
    fragment.scopes().get(scope).united().stream()
        .filter(united -> united > scope)
        .forEach(united -> addSources(fragment, united, found));
  }
}
