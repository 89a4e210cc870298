package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Index;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Identifiers;
import java.util.List;

/** The columns of a primary key that is added to a table in use. */
final class KeyColumns {
  private KeyColumns() {}

  /** Those that are known to take null. */
  static List<String> nullable(AddedConstraint added) {
    Table table = added.at().table();
    List<String> names =
        added
            .definition()
            .usingIndex()
            .map(index -> ofIndex(added, table, index))
            .orElse(added.definition().columns());
    return names.stream()
        .filter(name -> table.column(name).filter(column -> !column.notNull()).isPresent())
        .filter(name -> table.complete())
        .toList();
  }

  private static List<String> ofIndex(AddedConstraint added, Table table, String name) {
    return added
        .before()
        .inRelations(table.scope(), name)
        .found()
        .filter(Index.class::isInstance)
        .map(Index.class::cast)
        .map(
            index ->
                index.parts().stream()
                    .flatMap(part -> table.column(part.column()).stream())
                    .map(Column::name)
                    .toList())
        .orElse(List.of());
  }

  /** Adds to what follows that a column refuses null. */
  static void thenNotNull(Sequel sequel, AddedConstraint added, String name) {
    String column = Identifiers.quote(name);
    String check =
        Identifiers.quote("%s_%s_not_null_check".formatted(added.at().table().name(), name));
    String add = added.alter("ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID");
    String notValid = add.formatted(check, column);
    String drop = added.alter("DROP CONSTRAINT " + check);
    sequel
        .then("New rows of %s have a %s.".formatted(added.table(), column), notValid, drop)
        .then(
            "All rows of %s have a %s.".formatted(added.table(), column),
            added.alter("VALIDATE CONSTRAINT " + check),
            drop + ";\n" + notValid + ";")
        .then(
            "The column %s refuses null; PostgreSQL believes the check.".formatted(column),
            added.alter("ALTER COLUMN %s SET NOT NULL".formatted(column)) + ";\n" + drop + ";",
            added.alter("ALTER COLUMN %s DROP NOT NULL".formatted(column))
                + ";\n"
                + added.alter("ADD CONSTRAINT %s CHECK (%s IS NOT NULL)".formatted(check, column))
                + ";");
  }
}
