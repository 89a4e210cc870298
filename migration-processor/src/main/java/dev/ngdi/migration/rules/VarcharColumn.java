package dev.ngdi.migration.rules;

import java.util.List;

/** Prefers {@code text} to a string with a limit. */
final class VarcharColumn implements Rule {
  @Override
  public String summary() {
    return "a `varchar` column with a limit";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return NewColumn.in(subject).stream()
        .filter(column -> column.is("varchar") && !column.type().modifiers().isEmpty())
        .map(
            column ->
                column.finding(
                    "`%s` is `varchar(%s)`, which is neither smaller nor faster than `text`, and whose limit is part of its type"
                        .formatted(column.named(), column.type().modifiers().get(0)),
                    column.dimensioned("text")))
        .toList();
  }
}
