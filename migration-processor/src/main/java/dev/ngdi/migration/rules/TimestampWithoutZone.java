package dev.ngdi.migration.rules;

import java.util.List;

/** Prefers points in time to what a clock on some wall shows. */
final class TimestampWithoutZone implements Rule {
  @Override
  public String summary() {
    return "a `timestamp` column, which does not say in which time zone it is meant";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return NewColumn.in(subject).stream()
        .filter(column -> column.is("timestamp"))
        .map(
            column ->
                column.finding(
                    "`%s` is `timestamp` without a time zone: which moment a value means depends on who reads it"
                        .formatted(column.named()),
                    column.dimensioned("timestamptz")))
        .toList();
  }
}
