package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Warns of a rename that is written as a drop and an addition, and so loses every value. */
final class DropAndAddColumn implements Rule {
  @Override
  public String summary() {
    return "dropping a column and adding one of its type, which loses what a rename would keep";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.DropColumn.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.DropColumn.class).stream()
        .flatMap(drop -> finding(subject, drop).stream())
        .toList();
  }

  private static Optional<Finding> finding(
      Subject subject, Alteration<TableAction.DropColumn> drop) {
    Table before =
        subject.timeline().start().get(drop.table().oid(), Table.class).orElse(drop.table());
    Optional<TypeRef> type =
        before.column(drop.action().column()).filter(c -> !isComputed(c)).map(Column::type);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    return subject.timeline().end().get(drop.table().oid(), Table.class).stream()
        .flatMap(table -> table.columns().stream())
        .filter(column -> before.column(column.number()).isEmpty())
        .filter(column -> column.type().equals(type.get()) && !isComputed(column))
        .findFirst()
        .map(added -> finding(subject, drop, added, type.get()));
  }

  private static boolean isComputed(Column column) {
    return column.generated() != Column.Generated.NONE;
  }

  private static Finding finding(
      Subject subject, Alteration<TableAction.DropColumn> drop, Column added, TypeRef type) {
    if (added.name().equals(drop.action().column())) {
      return drop.finding(
          "the values of `%s.%s` are lost, and a column of its name and type takes its place"
              .formatted(drop.alter().table().sql(), added.name()),
          "the column that is there: `ALTER COLUMN` changes its default and whether it can be null");
    }
    return drop.finding(
        "the values of `%s.%s` are lost; if `%s` is its new name, they need not be"
            .formatted(drop.alter().table().sql(), drop.action().column(), added.name()),
        copy(subject, drop, added, type));
  }

  private static String copy(
      Subject subject, Alteration<TableAction.DropColumn> drop, Column added, TypeRef type) {
    String table = drop.alter().table().sql();
    String from = Identifiers.quote(drop.action().column());
    String to = Identifiers.quote(added.name());
    String range = KeyRange.of(drop.change().before(), drop.table()).condition(0, "");
    return Sequel.of(subject)
        .here(
            "ALTER TABLE %s ADD COLUMN %s %s"
                .formatted(table, to, Rendering.type(drop.change().before(), type)))
        .thenData(
            "The new column gets the values of the old one before that is dropped; each range of the key in a migration like this.",
            "UPDATE %1$s SET %3$s = %2$s WHERE %3$s IS DISTINCT FROM %2$s AND %4$s"
                .formatted(table, from, to, range),
            "UPDATE %s SET %s = NULL WHERE %s".formatted(table, to, range))
        .text();
  }
}
