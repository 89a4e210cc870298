package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Condition;
import dev.ngdi.migration.sql.Operand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How many of a table's rows a condition can hold for. */
enum RowBound {
  /** All of them: it holds for every row. */
  ALL,
  /** Any number of them. */
  NONE,
  /** Those in a range that does not grow with the table. */
  RANGE,
  /** One for each value that is written. */
  KEY;

  private static final Set<String> NO_VALUES = Set.of("true", "false", "null");
  private static final Pattern IN_QUERY =
      Pattern.compile("(?is).*\\b(in|any|some|exists)\\s*\\(\\s*(select|with|table)\\b.*");
  private static final Pattern LIMITED = Pattern.compile("(?is).*\\b(limit|fetch)\\b.*");
  private static final Pattern IN_VALUES =
      Pattern.compile("(?is).*(\\bin\\s*\\(|=\\s*any\\s*\\().*");

  /** What a condition says of a table; what only missing knowledge lets doubt is a bound. */
  static RowBound of(Schema schema, Table table, String condition) {
    boolean query = IN_QUERY.matcher(condition).matches();
    if (query && LIMITED.matcher(condition).matches()) {
      return RANGE;
    }
    return new Reader(schema, table, query).read(Condition.parse(condition));
  }

  private RowBound or(RowBound other) {
    return compareTo(other) >= 0 ? this : other;
  }

  private RowBound and(RowBound other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** Reads a condition. */
  private record Reader(Schema schema, Table table, boolean query) {

    RowBound read(Condition condition) {
      if (condition instanceof Condition.All all) {
        return all.parts().stream()
            .map(this::read)
            .reduce(RowBound::or)
            .orElse(NONE)
            .or(isRange(all.parts()) ? RANGE : ALL);
      } else if (condition instanceof Condition.Any any) {
        boolean everything = any.parts().stream().map(this::read).anyMatch(ALL::equals);
        return everything
            ? ALL
            : any.parts().stream().map(this::read).reduce(RowBound::and).orElse(NONE);
      } else if (condition instanceof Condition.NullTest test) {
        return isAlwaysThere(test) ? ALL : NONE;
      } else if (condition instanceof Condition.Comparison comparison) {
        return compared(comparison);
      }
      return other(((Condition.Other) condition).sql().strip());
    }

    private RowBound other(String sql) {
      if (sql.equalsIgnoreCase("true")) {
        return ALL;
      }
      return !query && IN_VALUES.matcher(sql).matches() ? KEY : NONE;
    }

    private boolean isAlwaysThere(Condition.NullTest test) {
      return !test.isNull()
          && test.operand() instanceof Operand.Column column
          && table.column(column.name()).filter(Column::notNull).isPresent();
    }

    private RowBound compared(Condition.Comparison comparison) {
      if (comparison.left() instanceof Operand.Constant one
          && comparison.right() instanceof Operand.Constant other) {
        boolean same = one.text().equals(other.text());
        return comparison.operator().equals("=") && same ? ALL : NONE;
      }
      if (comparison.left() instanceof Operand.Constant) {
        return compared(turned(comparison));
      }
      if (!(comparison.left() instanceof Operand.Column column)
          || comparison.operator().equals("<>")) {
        return NONE;
      }
      if (comparison.right() instanceof Operand.Column other) {
        boolean same = other.name().equals(column.name()) && comparison.operator().equals("=");
        return same && table.column(column.name()).filter(Column::notNull).isPresent() ? ALL : NONE;
      }
      if (comparison.right() instanceof Operand.Constant constant) {
        return NO_VALUES.contains(constant.text()) && !constant.quoted()
            ? NONE
            : key(column.name(), comparison.operator().equals("="));
      }
      return comparison.operator().equals("=") && !query ? key(column.name(), true) : NONE;
    }

    private static Condition.Comparison turned(Condition.Comparison comparison) {
      String operator =
          switch (comparison.operator()) {
            case "<" -> ">";
            case "<=" -> ">=";
            case ">" -> "<";
            case ">=" -> "<=";
            default -> comparison.operator();
          };
      return new Condition.Comparison(
          /* left= */ comparison.right(), operator, /* right= */ comparison.left());
    }

    private RowBound key(String name, boolean equals) {
      Optional<Column> column = table.column(name);
      if (name.equals("ctid") || !table.complete() || column.isEmpty()) {
        return equals ? KEY : RANGE;
      }
      List<Index> unique =
          schema.indexes(table.oid()).stream()
              .filter(index -> index.unique() && !index.parts().isEmpty())
              .filter(index -> index.parts().get(0).column() == column.get().number())
              .toList();
      boolean whole = unique.stream().anyMatch(index -> index.parts().size() == 1);
      if (unique.isEmpty()) {
        return NONE;
      }
      return equals && whole ? KEY : RANGE;
    }

    /** Whether a column is compared with a constant from both sides. */
    private static boolean isRange(List<Condition> parts) {
      return parts.stream().anyMatch(low -> isLimit(low, ">", parts));
    }

    private static boolean isLimit(Condition low, String sign, List<Condition> parts) {
      return low instanceof Condition.Comparison from
          && from.operator().startsWith(sign)
          && from.left() instanceof Operand.Column column
          && from.right() instanceof Operand.Constant
          && parts.stream()
              .anyMatch(
                  high ->
                      high instanceof Condition.Comparison to
                          && to.operator().matches("<=?")
                          && to.left() instanceof Operand.Column other
                          && other.name().equals(column.name())
                          && to.right() instanceof Operand.Constant);
    }
  }
}
