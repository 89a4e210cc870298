package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.sql.Statement;
import java.util.List;

/** Asks whether really nothing has to be there. */
final class NullableEverything implements Rule {
  private static final int FEWEST = 2;

  private static boolean isNullable(NewTable table) {
    List<Integer> key = table.key().map(Constraint::columns).orElse(List.of());
    List<Column> others =
        table.table().columns().stream().filter(c -> !key.contains(c.number())).toList();
    boolean query =
        table.change().statement() instanceof Statement.CreateTable create
            && create.clauses().query().isPresent();
    return !query && others.size() >= FEWEST && others.stream().noneMatch(Column::notNull);
  }

  @Override
  public String summary() {
    return "a new table in which nothing but the key has to be there";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return NewTable.in(subject).stream()
        .filter(NullableEverything::isNullable)
        .map(
            table ->
                Finding.at(
                    Part.UP,
                    table.change().statement(),
                    "a row of `%s` may hold nothing but its key: no other column is `NOT NULL`"
                        .formatted(table.table().name()),
                    ""))
        .toList();
  }
}
