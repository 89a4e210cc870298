package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Rendering;
import java.util.List;
import java.util.Set;

/** Refuses amounts of money that are not exact. */
final class FloatAmount implements Rule {
  private static final Set<String> AMOUNTS =
      Set.of(
          "amount",
          "balance",
          "budget",
          "charge",
          "cost",
          "discount",
          "fee",
          "money",
          "payment",
          "price",
          "revenue",
          "salary",
          "tax",
          "wage");

  private static boolean isFloat(NewColumn column) {
    return column.is("float4") || column.is("float8");
  }

  private static boolean isAmount(NewColumn column) {
    return Words.of(column.definition().name()).stream()
        .map(Words::singular)
        .anyMatch(AMOUNTS::contains);
  }

  @Override
  public String summary() {
    return "an amount of money as a floating-point number, which is not exact";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return NewColumn.in(subject).stream()
        .filter(column -> isFloat(column) && isAmount(column))
        .map(
            column ->
                column.finding(
                    "`%s` is `%s`, which cannot hold most amounts exactly: sums are off by cents"
                        .formatted(
                            column.named(), Rendering.type(column.change().after(), column.type())),
                    column.dimensioned("numeric(12, 2)")))
        .toList();
  }
}
