package dev.ngdi.migration.rules;

import java.util.List;

/** Asks for a primary key. */
final class MissingPrimaryKey implements Rule {
  @Override
  public String summary() {
    return "a new table without a primary key";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return NewTable.in(subject).stream()
        .filter(table -> table.key().isEmpty())
        .map(
            table ->
                Finding.at(
                    Part.UP,
                    table.change().statement(),
                    "`%s` has no primary key, so logical replication cannot tell its rows apart, and nor can anybody else"
                        .formatted(table.table().name()),
                    "id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"))
        .toList();
  }
}
