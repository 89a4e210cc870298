package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What takes back {@code CREATE TABLE} and {@code ALTER TABLE}. */
final class TableInverse {
  private TableInverse() {}

  static Optional<List<String>> ofCreate(Statement.CreateTable create, Made made) {
    if (create.ifNotExists()) {
      return Optional.empty();
    }
    made.relation(create.table());
    return Optional.of(
        create.temporary() ? List.of() : List.of("DROP TABLE " + create.table().sql()));
  }

  static Optional<List<String>> ofAlter(Statement.AlterTable alter, Made made) {
    if (alter.ifExists()) {
      return Optional.empty();
    }
    QualifiedName after = alter.table();
    List<String> undo = new ArrayList<>();
    for (TableAction action : alter.actions()) {
      if (action instanceof TableAction.RenameTable rename) {
        after = new QualifiedName(alter.table().schema(), rename.to());
        if (made.hasRelation(alter.table())) {
          made.relation(after);
        }
      }
      Optional<List<String>> inverse = inverse(alter.table(), action, made);
      if (inverse.isEmpty()) {
        return Optional.empty();
      }
      undo.addAll(inverse.get());
    }
    Collections.reverse(undo);
    return Optional.of(
        undo.isEmpty()
            ? List.of()
            : List.of("ALTER TABLE " + after.sql() + " " + String.join(", ", undo)));
  }

  private static Optional<List<String>> inverse(
      QualifiedName table, TableAction action, Made made) {
    if (action instanceof TableAction.RenameTable) {
      return one("RENAME TO " + Identifiers.quote(table.name()));
    }
    if (action instanceof TableAction.AttachPartition attach) {
      return one("DETACH PARTITION " + attach.partition().sql());
    }
    if (made.hasRelation(table)) {
      return movesToOtherSchema(action) ? Optional.empty() : none();
    }
    if (action instanceof TableAction.AddColumn add && !add.ifNotExists()) {
      made.column(table, add.column());
      return one("DROP COLUMN " + Identifiers.quote(add.column()));
    }
    if (action instanceof TableAction.AddConstraint add) {
      return constraint(table, add, made);
    }
    if (action instanceof TableAction.ValidateConstraint validate) {
      return made.hasConstraint(table, validate.name()) ? none() : Optional.empty();
    }
    if (action instanceof TableAction.SetNotNull set) {
      return ofColumn(table, set.column(), "DROP NOT NULL", made);
    }
    if (action instanceof TableAction.DropNotNull drop) {
      return ofColumn(table, drop.column(), "SET NOT NULL", made);
    }
    if (action instanceof TableAction.RenameColumn rename) {
      return one(renameBack("COLUMN", rename.from(), rename.to()));
    }
    if (action instanceof TableAction.RenameConstraint rename) {
      return one(renameBack("CONSTRAINT", rename.from(), rename.to()));
    }
    return action instanceof TableAction.Written other
        ? other(table, Cursor.over(other.sql()), made)
        : Optional.empty();
  }

  private static String renameBack(String what, String from, String to) {
    return "RENAME %s %s TO %s".formatted(what, Identifiers.quote(to), Identifiers.quote(from));
  }

  private static Optional<List<String>> ofColumn(
      QualifiedName table, String column, String undo, Made made) {
    return made.hasColumn(table, column)
        ? none()
        : one("ALTER COLUMN " + Identifiers.quote(column) + " " + undo);
  }

  private static Optional<List<String>> constraint(
      QualifiedName table, TableAction.AddConstraint add, Made made) {
    Cursor definition = Cursor.over(add.definition());
    if (definition.at("primary") || usesIndex(definition.copy()) || definition.at("not")) {
      return Optional.empty();
    }
    Optional<String> name = add.name().or(() -> GeneratedNames.ofConstraint(table, definition));
    name.ifPresent(n -> made.constraint(table, n));
    return name.map(n -> List.of("DROP CONSTRAINT " + Identifiers.quote(n)));
  }

  /** Such a constraint takes its index along when it is dropped. */
  private static boolean usesIndex(Cursor definition) {
    return definition.skip("unique", "using") || definition.skip("primary", "key", "using");
  }

  private static boolean movesToOtherSchema(TableAction action) {
    return action instanceof TableAction.Written other
        && Cursor.over(other.sql()).at("set", "schema");
  }

  private static Optional<List<String>> other(QualifiedName table, Cursor cursor, Made made) {
    boolean enable = cursor.skip("enable");
    if (enable || cursor.skip("disable")) {
      String back = enable ? "DISABLE " : "ENABLE ";
      if (cursor.at("row", "level", "security")) {
        return one(back + "ROW LEVEL SECURITY");
      }
      boolean oneTrigger = cursor.skip("trigger") && !cursor.at("all") && !cursor.at("user");
      return oneTrigger ? one(back + "TRIGGER " + cursor.qualifiedName().sql()) : Optional.empty();
    }
    if (cursor.at("force", "row") || cursor.at("no", "force", "row")) {
      return one((cursor.at("no") ? "" : "NO ") + "FORCE ROW LEVEL SECURITY");
    }
    if (cursor.skip("inherit")) {
      return one("NO INHERIT " + cursor.qualifiedName().sql());
    }
    if (cursor.skip("no", "inherit")) {
      return one("INHERIT " + cursor.qualifiedName().sql());
    }
    boolean column = cursor.skip("alter") && !cursor.at("constraint");
    cursor.skip("column");
    return column && made.hasColumn(table, cursor.name()) ? none() : Optional.empty();
  }

  private static Optional<List<String>> one(String action) {
    return Optional.of(List.of(action));
  }

  private static Optional<List<String>> none() {
    return Optional.of(List.of());
  }
}
