package dev.ngdi.migration.sql;

import dev.ngdi.migration.sql.ConstraintDefinition.References;
import java.util.List;
import java.util.Locale;

/** Reads what a foreign key refers to, and what happens when that changes. */
final class ReferencesReader {
  private final Cursor cursor;
  private String match = "SIMPLE";
  private String onUpdate = "NO ACTION";
  private String onDelete = "NO ACTION";
  private List<String> setColumns = List.of();

  private ReferencesReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** From the word {@code REFERENCES}, up to the constraint's state. */
  static References read(Cursor cursor) {
    cursor.skip("references");
    QualifiedName table = cursor.qualifiedName();
    List<String> columns = List.of();
    boolean period = false;
    if (cursor.atSymbol("(")) {
      Cursor list = cursor.nested();
      period = list.copy().splitAtCommas().stream().anyMatch(ReferencesReader::isPeriod);
      columns = columns(list);
    }
    ReferencesReader reader = new ReferencesReader(cursor);
    boolean more = true;
    while (more && !cursor.atEnd()) {
      more = reader.clause();
    }
    return new References(
        table, columns, reader.match, reader.onUpdate, reader.onDelete, reader.setColumns, period);
  }

  /** The columns of a foreign key's list, the one of a {@code PERIOD} among them. */
  static List<String> columns(Cursor list) {
    return list.splitAtCommas().stream()
        .map(
            part -> {
              if (isPeriod(part)) {
                part.take();
              }
              return part.name();
            })
        .toList();
  }

  private static boolean isPeriod(Cursor part) {
    return part.at("period") && part.peek(1).isName();
  }

  private boolean clause() {
    if (cursor.skip("match")) {
      match = cursor.name().toUpperCase(Locale.ROOT);
    } else if (cursor.skip("on", "update")) {
      onUpdate = action();
    } else if (cursor.skip("on", "delete")) {
      onDelete = action();
      if (cursor.atSymbol("(")) {
        setColumns = cursor.nested().splitAtCommas().stream().map(Cursor::name).toList();
      }
    } else {
      return false;
    }
    return true;
  }

  private String action() {
    String first = cursor.name().toUpperCase(Locale.ROOT);
    boolean two = first.equals("NO") || first.equals("SET");
    return two ? first + " " + cursor.name().toUpperCase(Locale.ROOT) : first;
  }
}
