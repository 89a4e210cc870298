package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.sql.Identifiers;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Set;

/** Refuses to take a column's name away from the release that runs meanwhile. */
final class RenameColumn implements Rule {
  @Override
  public String summary() {
    return "renaming a column that a running release knows by its old name";
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(TableAction.RenameColumn.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Alteration.in(subject, TableAction.RenameColumn.class).stream()
        .filter(rename -> !isThereAgain(subject, rename))
        .map(rename -> finding(subject, rename))
        .toList();
  }

  /** Whether the migration gives the table a column of the old name back, or made the column. */
  private static boolean isThereAgain(
      Subject subject, Alteration<TableAction.RenameColumn> rename) {
    boolean again =
        subject
            .timeline()
            .end()
            .get(rename.table().oid(), Table.class)
            .flatMap(table -> table.column(rename.action().from()))
            .isPresent();
    return again || subject.timeline().madeColumn(rename.table(), rename.action().from());
  }

  private static Finding finding(Subject subject, Alteration<TableAction.RenameColumn> rename) {
    String table = rename.alter().table().sql();
    String from = rename.action().from();
    String to = rename.action().to();
    return rename.finding(
        "whoever still says `%s.%s` fails from the moment on that it is called `%s`"
            .formatted(table, from, to),
        expandAndContract(subject, rename, table));
  }

  private static String expandAndContract(
      Subject subject, Alteration<TableAction.RenameColumn> rename, String table) {
    String from = Identifiers.quote(rename.action().from());
    String to = Identifiers.quote(rename.action().to());
    String type =
        rename
            .table()
            .column(rename.action().from())
            .map(Column::type)
            .map(known -> Rendering.type(rename.change().before(), known))
            .orElse("<type>");
    String sync = Identifiers.quote(rename.table().name() + "_" + rename.action().to() + "_sync");
    String range = KeyRange.of(rename.change().before(), rename.table()).condition(0, "");
    return Sequel.of(subject)
        .here("ALTER TABLE %s ADD COLUMN %s %s".formatted(table, to, type))
        .then(
            "Until the old release is gone, both columns hold the same.",
            """
            CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF TG_OP = 'INSERT' THEN
                NEW.%3$s := COALESCE(NEW.%3$s, NEW.%2$s);
                NEW.%2$s := NEW.%3$s;
              ELSIF NEW.%2$s IS DISTINCT FROM OLD.%2$s THEN
                NEW.%3$s := NEW.%2$s;
              ELSE
                NEW.%2$s := NEW.%3$s;
              END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER %1$s BEFORE INSERT OR UPDATE ON %4$s
              FOR EACH ROW EXECUTE FUNCTION %1$s();
            """
                .formatted(sync, from, to, table),
            "DROP TRIGGER %1$s ON %2$s; DROP FUNCTION %1$s();".formatted(sync, table))
        .thenData(
            "The rows that were there before get the new column too; each range of the key in a migration like this.",
            "UPDATE %1$s SET %3$s = %2$s WHERE %3$s IS DISTINCT FROM %2$s AND %4$s"
                .formatted(table, from, to, range),
            "UPDATE %s SET %s = NULL WHERE %s".formatted(table, to, range))
        .text();
  }
}
