package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.TypeRef;
import dev.ngdi.migration.sql.Fragment;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import java.util.Optional;

/**
 * How a column gets another type without stopping anybody: a second column of that type, which a
 * trigger keeps equal, and a fill; releases go over to it one after the other.
 */
final class NewColumnPlan {
  private NewColumnPlan() {}

  /** The text to paste. */
  static String of(Subject subject, Alteration<TableAction.AlterType> change) {
    Schema after = change.change().after();
    String old = change.action().column();
    String name = old + "_new";
    String column = Identifiers.quote(name);
    String table = change.tableSql();
    TypeRef to =
        change.change().problems().isEmpty()
            ? ColumnSql.typeOf(after, change.table().oid(), old)
            : TypeRef.UNKNOWN;
    String type =
        to.known() ? Rendering.type(after, to) : ColumnSql.written(change.action().type());
    String collation = change.action().collation().map(c -> " COLLATE " + c.sql()).orElse("");
    Optional<Column> was = change.table().column(old);
    String value = change.action().using().map(Fragment::sql).orElse(Identifiers.quote(old));
    String ofNewRow = ofNewRow(change, value);
    String trigger = Identifiers.quote(change.table().name() + "_" + name);

    Sequel sequel = Sequel.of(subject);
    change
        .with(Optional.of("ADD COLUMN " + column + " " + type + collation))
        .ifPresent(sequel::here);
    sequel.here(
        """
        CREATE FUNCTION %s() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.%s := %s;
          RETURN NEW;
        END
        $$\
        """
            .formatted(trigger, column, ofNewRow));
    sequel.here(
        "CREATE TRIGGER %s BEFORE INSERT OR UPDATE OF %s ON %s FOR EACH ROW EXECUTE FUNCTION %s()"
            .formatted(trigger, Identifiers.quote(old), table, trigger));
    String range = KeyRange.of(change.change().before(), change.table()).condition(0, "");
    sequel.thenData(
        "fill " + change.table().name() + " " + name + " field",
        "Rows that nobody has changed since get their %s; each range of the key in a migration like this."
            .formatted(column),
        "UPDATE %s SET %s = %s WHERE %s IS NULL AND %s"
            .formatted(table, column, value, column, range),
        "UPDATE %s SET %s = NULL WHERE %s".formatted(table, column, range));
    if (was.filter(Column::notNull).isPresent()) {
      NotNullPlan.of(subject, change.table(), table, name).follow(sequel);
    }
    return sequel.text();
  }

  private static String ofNewRow(Alteration<TableAction.AlterType> change, String value) {
    Optional<Fragment> using = change.action().using();
    if (using.isEmpty()) {
      return "NEW." + value;
    }
    StringBuilder sql = new StringBuilder();
    int copied = 0;
    for (Fragment.ColumnUse use : using.get().scopes().get(0).columns()) {
      Fragment.Span from = use.qualifierAt().orElse(use.at());
      sql.append(value, copied, from.start())
          .append("NEW.")
          .append(value, use.at().start(), use.at().end());
      copied = use.at().end();
    }
    return sql.append(value.substring(copied)).toString();
  }
}
