package dev.ngdi.migration.sql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that PostgreSQL gives to indexes and constraints without one. */
final class GeneratedNames {
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

  private static String addition(List<String> columns) {
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

  /** The longer of the two is cut until all of it fits. */
  private static String name(String table, String addition, String label) {
    int room = Names.MAX_BYTES - bytes(label) - 2;
    int tableBytes = bytes(table);
    int additionBytes = bytes(addition);
    while (tableBytes + additionBytes > room) {
      if (tableBytes > additionBytes) {
        tableBytes--;
      } else {
        additionBytes--;
      }
    }
    return Names.cut(table, tableBytes) + "_" + Names.cut(addition, additionBytes) + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
