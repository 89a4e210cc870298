package dev.ngdi.migration.schema.locks;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.Condition;
import dev.ngdi.migration.sql.ConstraintDefinition.Kind;
import dev.ngdi.migration.sql.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether the valid checks of a table make sure of a condition, so that the server need not read
 * the table to know. A check that is null holds too.
 */
final class Implication {
  private final Schema schema;
  private final Table table;
  private final List<Condition> known = new ArrayList<>();
  private boolean doubtful;

  /**
   * With what is known of a table.
   *
   * @param counts which of its checks count
   */
  Implication(Schema schema, Table table, Predicate<Constraint> counts) {
    this.schema = schema;
    this.table = table;
    for (Column column : table.columns()) {
      if (isNotNull(schema, table, column)) {
        known.add(new Condition.NullTest(new Operand.Column(column.name(), List.of()), false));
      }
    }
    schema.of(table.oid(), Constraint.class).stream()
        .filter(c -> c.type() == Kind.CHECK && c.state().validated() && c.state().enforced())
        .filter(counts)
        .flatMap(check -> check.expression().stream())
        .map(expression -> Condition.parse(Rendering.sql(schema, expression)))
        .forEach(known::add);
  }

  /** Whether a column refuses null, for the rows that are there too. */
  static boolean isNotNull(Schema schema, Table table, Column column) {
    return column.notNull()
        && schema.of(table.oid(), Constraint.class).stream()
            .noneMatch(
                c ->
                    c.type() == Kind.NOT_NULL
                        && c.columns().contains(column.number())
                        && !c.state().validated());
  }

  /** Whether the rows that are there make the condition true or, with it, null. */
  boolean implies(Condition goal) {
    if (goal instanceof Condition.All all) {
      return all.parts().stream().allMatch(this::implies);
    }
    return known.stream().anyMatch(clause -> implies(clause, goal));
  }

  /** Whether constants were met that only the server can compare. */
  boolean doubtful() {
    return doubtful;
  }

  /** Whether they make sure that a column is not null. */
  boolean impliesNotNull(String column) {
    return implies(new Condition.NullTest(new Operand.Column(column, List.of()), false));
  }

  private boolean implies(Condition clause, Condition goal) {
    if (goal instanceof Condition.All all) {
      return all.parts().stream().allMatch(part -> implies(clause, part));
    }
    if (clause instanceof Condition.All all) {
      return all.parts().stream().anyMatch(part -> implies(part, goal))
          || (goal instanceof Condition.Any any
              && any.parts().stream().anyMatch(part -> implies(clause, part)));
    }
    if (clause instanceof Condition.Any any) {
      return any.parts().stream().allMatch(part -> implies(part, goal));
    }
    if (goal instanceof Condition.Any any) {
      return any.parts().stream().anyMatch(part -> implies(clause, part));
    }
    if (clause instanceof Condition.NullTest test && goal instanceof Condition.NullTest wanted) {
      return test.isNull() == wanted.isNull() && sameColumn(test.operand(), wanted.operand());
    }
    return clause instanceof Condition.Comparison comparison
        && goal instanceof Condition.Comparison wanted
        && compares(turned(comparison), turned(wanted));
  }

  private static boolean sameColumn(Operand left, Operand right) {
    return left instanceof Operand.Column one
        && right instanceof Operand.Column other
        && one.casts().isEmpty()
        && other.casts().isEmpty()
        && one.name().equals(other.name());
  }

  /** The column first. */
  private static Condition.Comparison turned(Condition.Comparison comparison) {
    if (comparison.left() instanceof Operand.Column) {
      return comparison;
    }
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

  private boolean compares(Condition.Comparison clause, Condition.Comparison goal) {
    if (!sameColumn(clause.left(), goal.left())
        || !(clause.right() instanceof Operand.Constant known)
        || !(goal.right() instanceof Operand.Constant wanted)) {
      return false;
    }
    if (clause.operator().equals(goal.operator()) && known.equals(wanted)) {
      return true;
    }
    TypeRef type =
        table
            .column(((Operand.Column) goal.left()).name())
            .map(column -> Domains.base(schema, column.type()))
            .orElse(TypeRef.UNKNOWN);
    Optional<Integer> order = Values.compare(type, known, wanted);
    boolean equality = clause.operator().equals("=") && goal.operator().equals("=");
    doubtful |= order.isEmpty() && !equality;
    return order.isPresent() && implies(clause.operator(), order.get(), goal.operator());
  }

  /** Whether {@code column operator known} implies {@code column wanted value}. */
  private static boolean implies(String operator, int order, String wanted) {
    return switch (operator) {
      case "=" ->
          switch (wanted) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
          };
      case "<>" -> wanted.equals("<>") && order == 0;
      case "<" ->
          switch (wanted) {
            case "<", "<=" -> order <= 0;
            case "<>" -> order <= 0;
            default -> false;
          };
      case "<=" ->
          switch (wanted) {
            case "<=" -> order <= 0;
            case "<", "<>" -> order < 0;
            default -> false;
          };
      case ">" ->
          switch (wanted) {
            case ">", ">=", "<>" -> order >= 0;
            default -> false;
          };
      default ->
          switch (wanted) {
            case ">=" -> order >= 0;
            case ">", "<>" -> order > 0;
            default -> false;
          };
    };
  }
}
