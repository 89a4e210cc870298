package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Condition;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the bound of a partition asks of its rows. */
final class Bounds {
  private static final Pattern RANGE =
      Pattern.compile(
          "for\\s+values\\s+from\\s*\\((.*)\\)\\s*to\\s*\\((.*)\\)\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern LIST =
      Pattern.compile(
          "for\\s+values\\s+in\\s*\\((.*)\\)\\s*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final String key;

  private Bounds(String key) {
    this.key = key;
  }

  /** For a table whose partition key is one column; of others the conditions are not modelled. */
  static Optional<Bounds> of(Table parent) {
    return parent
        .partitionBy()
        .filter(by -> !by.strategy().equals("HASH") && by.key().size() == 1)
        .flatMap(by -> parent.column(by.key().get(0).column()))
        .map(Column::name)
        .map(Bounds::new);
  }

  static boolean isDefault(String bound) {
    return bound.strip().equalsIgnoreCase("default");
  }

  /** What a bound asks of a row. */
  Optional<Condition> inside(String bound) {
    Matcher range = RANGE.matcher(bound);
    if (range.matches()) {
      List<Condition> parts = new ArrayList<>(List.of(nullTest(false)));
      String from = range.group(1).strip();
      String to = range.group(2).strip();
      if (!from.equalsIgnoreCase("minvalue")) {
        parts.add(condition(">= " + from));
      }
      if (!to.equalsIgnoreCase("maxvalue")) {
        parts.add(condition("< " + to));
      }
      return Optional.of(new Condition.All(parts));
    }
    Matcher list = LIST.matcher(bound);
    return list.matches() ? Optional.of(list(list.group(1))) : Optional.empty();
  }

  private Condition list(String values) {
    Condition in = condition("IN (" + values + ")");
    List<Condition> parts = in instanceof Condition.Any any ? any.parts() : List.of(in);
    boolean nulls = parts.stream().anyMatch(Bounds::isNull);
    List<Condition> others = new ArrayList<>(parts.stream().filter(p -> !isNull(p)).toList());
    if (nulls) {
      others.add(nullTest(true));
      return new Condition.Any(others);
    }
    return new Condition.All(List.of(nullTest(false), new Condition.Any(others)));
  }

  private static boolean isNull(Condition condition) {
    return condition instanceof Condition.Comparison comparison
        && comparison.right() instanceof Operand.Constant constant
        && !constant.quoted()
        && constant.text().equals("null");
  }

  /** What a row must be so that it is not inside. */
  Optional<Condition> outside(String bound) {
    return inside(bound).map(Bounds::not);
  }

  private static Condition not(Condition condition) {
    if (condition instanceof Condition.All all) {
      return new Condition.Any(all.parts().stream().map(Bounds::not).toList());
    } else if (condition instanceof Condition.Any any) {
      return new Condition.All(any.parts().stream().map(Bounds::not).toList());
    } else if (condition instanceof Condition.NullTest test) {
      return new Condition.NullTest(test.operand(), !test.isNull());
    } else if (condition instanceof Condition.Comparison comparison) {
      String operator =
          switch (comparison.operator()) {
            case ">=" -> "<";
            case "<" -> ">=";
            default -> "<>";
          };
      return new Condition.Comparison(comparison.left(), operator, comparison.right());
    }
    return condition;
  }

  private Condition nullTest(boolean isNull) {
    return new Condition.NullTest(new Operand.Column(key, List.of()), isNull);
  }

  private Condition condition(String comparison) {
    return Condition.parse(Identifiers.quote(key) + " " + comparison);
  }
}
