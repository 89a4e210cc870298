package dev.ngdi.migration.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that PostgreSQL gives to indexes and constraints without one. */
public final class GeneratedNames {
  private GeneratedNames() {}

  /** For a unique or foreign key of plain columns; empty for other constraints. */
  static Optional<String> ofConstraint(QualifiedName table, Cursor definition) {
    String label;
    if (definition.skip("unique")) {
      label = "key";
      definition.skip("nulls", "distinct");
      definition.skip("nulls", "not", "distinct");
    } else if (definition.skip("foreign", "key")) {
      label = "fkey";
    } else {
      return Optional.empty();
    }
    if (!definition.atSymbol("(")) {
      return Optional.empty();
    }
    Cursor columns = definition.nested();
    return definition.at("include") ? Optional.empty() : of(table, columns, label);
  }

  /** From a list that begins, in each of its parts, with a column; empty for expressions. */
  static Optional<String> of(QualifiedName table, Cursor list, String label) {
    List<String> columns = new ArrayList<>();
    for (Cursor part : list.splitAtCommas()) {
      Token next = part.peek(1);
      if (!part.peek().isName() || next.isSymbol("(") || next.isSymbol(".")) {
        return Optional.empty();
      }
      columns.add(part.name());
    }
    return Optional.of(name(table.name(), addition(columns), label));
  }

  /** What columns add to a name. */
  public static String addition(List<String> columns) {
    StringBuilder joined = new StringBuilder();
    for (String column : columns) {
      if (!joined.isEmpty()) {
        joined.append('_');
      }
      joined.append(column);
      if (bytes(joined.toString()) > Names.MAX_BYTES) {
        break;
      }
    }
    return joined.toString();
  }

  /**
   * A name in three parts, the longer of the first two cut until all of it fits.
   *
   * @param addition the second part, or empty
   * @param label the third part, or empty
   */
  public static String name(String table, String addition, String label) {
    int room =
        Names.MAX_BYTES - (label.isEmpty() ? 0 : bytes(label) + 1) - (addition.isEmpty() ? 0 : 1);
    int tableBytes = bytes(table);
    int additionBytes = bytes(addition);
    while (tableBytes + additionBytes > room) {
      if (tableBytes > additionBytes) {
        tableBytes--;
      } else {
        additionBytes--;
      }
    }
    StringBuilder name = new StringBuilder(Names.cut(table, tableBytes));
    if (!addition.isEmpty()) {
      name.append('_').append(Names.cut(addition, additionBytes));
    }
    return label.isEmpty() ? name.toString() : name.append('_').append(label).toString();
  }

  /** A name with a number behind it, cut so that both fit. */
  public static String numbered(String name, int number) {
    String digits = String.valueOf(number);
    return Names.cut(name, Names.MAX_BYTES - digits.length()) + digits;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
