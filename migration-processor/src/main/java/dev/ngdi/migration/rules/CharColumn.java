package dev.ngdi.migration.rules;

import java.util.List;

/** Prefers {@code text} to strings that are padded. */
final class CharColumn implements Rule {
  @Override
  public String summary() {
    return "a `char` column, whose values are padded with spaces";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return NewColumn.in(subject).stream()
        .filter(column -> column.is("bpchar"))
        .map(
            column ->
                column.finding(
                    "`%s` is `char`: values are padded with spaces, which take room and then do not count"
                        .formatted(column.named()),
                    column.dimensioned("text")))
        .toList();
  }
}
