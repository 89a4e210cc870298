package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the queries that {@code WITH} names. */
final class WithReader {
  private final FragmentBuilder into;
  private final QueryReader queries;

  WithReader(FragmentBuilder into, QueryReader queries) {
    this.into = into;
    this.queries = queries;
  }

  private record WithItem(
      String name, Level.Named named, Level level, Cursor body, List<String> added) {}

  /** Behind the word {@code WITH}; the names hold in that level. */
  void read(Cursor in, Level level) {
    boolean recursive = in.skip("recursive");
    List<WithItem> items = new ArrayList<>();
    do {
      items.add(withItem(in, level));
    } while (in.skipSymbol(","));
    if (recursive) {
      items.forEach(item -> level.name(item.name(), item.named()));
    }
    for (WithItem item : items) {
      level.shareNames(item.level());
      queries.readAll(item.body(), item.level());
      item.added()
          .forEach(
              name ->
                  item.level()
                      .add(OutputName.strong(name).output(Optional.empty(), new Value.Other())));
      level.name(item.name(), item.named());
    }
  }

  private WithItem withItem(Cursor in, Level level) {
    String name = in.name();
    List<String> columns = in.atSymbol("(") ? SourceReader.names(in.nested()) : List.of();
    in.skip("as");
    in.skip("not");
    in.skip("materialized");
    Cursor body = in.atSymbol("(") ? in.nested() : Cursor.over("");
    Level own = into.levelBeside(level);
    List<String> added = new ArrayList<>();
    if (in.skip("search")) {
      skipBehind(in, "set");
      added.add(in.name());
    }
    if (in.skip("cycle")) {
      skipBehind(in, "set");
      added.add(in.name());
      skipBehind(in, "using");
      added.add(in.name());
    }
    return new WithItem(name, new Level.Named(own.index(), columns), own, body, added);
  }

  private static void skipBehind(Cursor in, String word) {
    in.seek(word);
    in.take();
  }
}
