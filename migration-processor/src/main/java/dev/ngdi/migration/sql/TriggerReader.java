package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code CREATE TRIGGER}. */
final class TriggerReader {
  private TriggerReader() {}

  /** Behind the name. */
  static Definition read(Cursor cursor, boolean constraint) {
    String timing =
        cursor.skip("instead", "of") ? "INSTEAD OF" : cursor.name().toUpperCase(Locale.ROOT);
    List<String> events = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    do {
      events.add(cursor.name().toUpperCase(Locale.ROOT));
      if (cursor.skip("of")) {
        do {
          columns.add(cursor.name());
        } while (cursor.skipSymbol(","));
      }
    } while (cursor.skip("or"));
    cursor.skip("on");
    cursor.qualifiedName();
    Optional<QualifiedName> from =
        cursor.skip("from") ? Optional.of(cursor.qualifiedName()) : Optional.empty();
    boolean notDeferrable = cursor.skip("not", "deferrable");
    boolean deferrable = cursor.skip("deferrable");
    boolean deferred = cursor.skip("initially", "deferred");
    cursor.skip("initially", "immediate");
    deferrable |= deferred || cursor.skip("deferrable");
    cursor.skip("not", "deferrable");
    String transitionTables = "";
    if (cursor.skip("referencing")) {
      int start = cursor.index();
      while (cursor.at("old") || cursor.at("new")) {
        cursor.take();
        cursor.skipAny("table", "row");
        cursor.skip("as");
        cursor.take();
      }
      transitionTables = cursor.since(start).rest();
    }
    boolean forEachRow = false;
    if (cursor.skip("for")) {
      cursor.skip("each");
      forEachRow = cursor.take().isWord("row");
    }
    Optional<Fragment> when =
        cursor.skip("when") && cursor.atSymbol("(")
            ? Optional.of(FragmentReader.expression(cursor.nested()))
            : Optional.empty();
    cursor.skip("execute");
    cursor.skipAny("function", "procedure");
    QualifiedName function = cursor.qualifiedName();
    String arguments = cursor.atSymbol("(") ? cursor.nested().rest() : "";
    return new Definition.Trigger(
        timing,
        events,
        columns,
        from,
        constraint,
        deferrable && !notDeferrable,
        deferred,
        transitionTables,
        forEachRow,
        when,
        function,
        arguments);
  }
}
