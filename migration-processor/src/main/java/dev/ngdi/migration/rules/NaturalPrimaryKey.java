package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Constraint;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.ConstraintDefinition;
import dev.ngdi.migration.sql.Identifiers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Warns of a primary key that means something, and so may have to change one day. */
final class NaturalPrimaryKey implements Rule {
  private static final Set<String> NATURAL =
      Set.of("text", "varchar", "bpchar", "name", "date", "timestamp", "timestamptz", "numeric");

  @Override
  public String summary() {
    return "a primary key that people give, such as a name or a date, and may have to change";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return NewName.in(subject).stream()
        .filter(name -> name.kind() == NamePattern.Kind.PRIMARY_KEY)
        .flatMap(NaturalPrimaryKey::finding)
        .toList();
  }

  private static Stream<Finding> finding(NewName name) {
    Schema after = name.change().after();
    Constraint key = (Constraint) name.object();
    Optional<Table> table = after.get(key.scope(), Table.class).filter(t -> !t.isPartition());
    return table.stream()
        .flatMap(t -> key.columns().stream().flatMap(number -> t.column(number).stream()))
        .filter(column -> NATURAL.contains(column.type().builtin()))
        .filter(column -> !isGivenFor(after, table.orElseThrow(), column))
        .limit(1)
        .map(column -> finding(name, column));
  }

  /** Whether another table, or the partitioning, asks for the column. */
  private static boolean isGivenFor(Schema schema, Table table, Column column) {
    boolean partitions =
        table
            .partitionBy()
            .filter(
                by -> by.key().stream().map(Index.Part::column).anyMatch(n -> n == column.number()))
            .isPresent();
    return partitions
        || schema.of(table.oid(), Constraint.class).stream()
            .anyMatch(
                c ->
                    c.type() == ConstraintDefinition.Kind.FOREIGN_KEY
                        && c.columns().contains(column.number()));
  }

  private static Finding finding(NewName name, Column column) {
    return Finding.at(
        Part.UP,
        name.change().statement(),
        "if a `%s` of `%s` changes, so must every row that refers to it"
            .formatted(column.name(), name.table()),
        "id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,\nUNIQUE (%s)"
            .formatted(
                String.join(", ", name.columns().stream().map(Identifiers::quote).toList())));
  }
}
