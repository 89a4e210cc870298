package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.CatalogObject;
import dev.ngdi.migration.schema.Column;
import dev.ngdi.migration.schema.Ref;
import dev.ngdi.migration.schema.Rendering;
import dev.ngdi.migration.schema.Schema;
import dev.ngdi.migration.schema.Table;
import dev.ngdi.migration.schema.UserType;
import dev.ngdi.migration.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way back of an enum: values get their old names; where there are more, it is made anew. */
final class EnumChanges {
  private EnumChanges() {}

  /** Whether values came or went, which no statement takes back. */
  static boolean remakes(UserType.Enumeration was, UserType.Enumeration is) {
    return !was.values().equals(is.values()) && !isRenaming(was, is);
  }

  private static boolean isRenaming(UserType.Enumeration was, UserType.Enumeration is) {
    if (was.values().size() != is.values().size()) {
      return false;
    }
    for (int i = 0; i < was.values().size(); i++) {
      boolean same = was.values().get(i).equals(is.values().get(i));
      if (!same && was.values().contains(is.values().get(i))) {
        return false;
      }
    }
    return true;
  }

  static List<String> of(Change change, UserType.Enumeration was, UserType.Enumeration is) {
    if (remakes(was, is)) {
      return remake(change, was);
    }
    List<String> statements = new ArrayList<>();
    for (int i = 0; i < was.values().size(); i++) {
      String old = was.values().get(i);
      if (!old.equals(is.values().get(i))) {
        statements.add(
            "ALTER TYPE "
                + Written.name(change.before(), was.oid())
                + " RENAME VALUE "
                + Written.quoted(is.values().get(i))
                + " TO "
                + Written.quoted(old));
      }
    }
    return statements;
  }

  private static List<String> remake(Change change, UserType.Enumeration was) {
    Schema before = change.before();
    String name = Written.name(before, was.oid());
    String aside = Renames.free(before, change.after(), was);
    List<String> statements = new ArrayList<>();
    statements.add("ALTER TYPE " + name + " RENAME TO " + Identifiers.quote(aside));
    statements.addAll(TypeDdl.create(before, was));
    statements.addAll(AccessDdl.of(before, was));
    for (int oid : change.needing(Ref.to(was.oid()))) {
      Optional<CatalogObject> user = before.get(oid);
      if (user.isPresent() && user.get() instanceof Table table) {
        for (Column column : table.columns()) {
          boolean there =
              change
                  .after()
                  .get(oid, Table.class)
                  .orElseThrow()
                  .column(column.number())
                  .filter(c -> c.type().oid() == was.oid())
                  .isPresent();
          if (there && column.type().oid() == was.oid() && column.local()) {
            convert(change, table, column, statements);
          }
        }
      }
    }
    Schema renamed = before.with(was.withName(was.scope(), aside));
    statements.add("DROP TYPE " + Written.name(renamed, was.oid()));
    return statements;
  }

  private static void convert(Change change, Table table, Column column, List<String> statements) {
    Schema before = change.before();
    String alter = ColumnDdl.alter(before, table.oid(), column);
    if (hasDefault(change, table, column)) {
      statements.add(alter + " DROP DEFAULT");
    }
    String type = Rendering.type(before, column.type());
    String text = column.type().dimensions() > 0 ? "::text[]::" : "::text::";
    statements.add(
        alter + " TYPE " + type + " USING " + Identifiers.quote(column.name()) + text + type);
    before
        .defaultOf(column)
        .filter(value -> change.kept().contains(value.oid()))
        .ifPresent(value -> statements.add(ColumnDdl.setDefault(before, value)));
  }

  /** Whether a default is still there that could not become one of the type made anew. */
  private static boolean hasDefault(Change change, Table table, Column column) {
    int now =
        change
            .after()
            .get(table.oid(), Table.class)
            .flatMap(t -> t.column(column.number()))
            .map(Column::defaultOid)
            .orElse(0);
    boolean gone =
        change.recreated().contains(now)
            || (change.fresh().contains(now) && column.defaultOid() == 0);
    return now != 0 && !gone;
  }
}
