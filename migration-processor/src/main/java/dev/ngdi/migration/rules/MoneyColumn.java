package dev.ngdi.migration.rules;

import java.util.List;

/** Prefers {@code numeric} to {@code money}. */
final class MoneyColumn implements Rule {
  @Override
  public String summary() {
    return "a `money` column, whose values depend on a setting of the server";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return NewColumn.in(subject).stream()
        .filter(column -> column.is("money"))
        .map(
            column ->
                column.finding(
                    "`%s` is `money`: what its values mean depends on the setting `lc_monetary` of the server"
                        .formatted(column.named()),
                    column.dimensioned("numeric(12, 2)")))
        .toList();
  }
}
