package dev.ngdi.migration.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code CREATE TABLE} and {@code ALTER TABLE}. */
final class TableReader {
  private static final Set<String> CONSTRAINT_WORDS =
      Set.of("constraint", "check", "unique", "primary", "foreign");

  private TableReader() {}

  /** Behind the word {@code TABLE}. */
  static Statement readCreate(Statement.Text text, Cursor cursor, boolean temporary) {
    boolean ifNotExists = cursor.skip("if", "not", "exists");
    QualifiedName table = cursor.qualifiedName();
    boolean inTemporarySchema = table.schema().filter("pg_temp"::equals).isPresent();
    List<String> columns = cursor.atSymbol("(") ? columns(cursor.nested()) : List.of();
    return new Statement.CreateTable(
        text, table, ifNotExists, temporary || inTemporarySchema, columns);
  }

  private static List<String> columns(Cursor list) {
    List<String> columns = new ArrayList<>();
    for (Cursor element : list.splitAtCommas()) {
      if (element.peek().isName() && !startsConstraint(element) && !element.at("like")) {
        columns.add(element.name());
      }
    }
    return columns;
  }

  static boolean startsConstraint(Cursor cursor) {
    Token first = cursor.peek();
    if (first.kind() != Token.Kind.WORD) {
      return false;
    }
    boolean exclusion =
        first.value().equals("exclude")
            && (cursor.peek(1).isSymbol("(") || cursor.peek(1).isWord("using"));
    return exclusion || CONSTRAINT_WORDS.contains(first.value()) || cursor.at("not", "null");
  }

  /** Behind the words {@code ALTER TABLE}. */
  static Statement readAlter(Statement.Text text, Cursor cursor) {
    boolean ifExists = cursor.skip("if", "exists");
    cursor.skip("only");
    QualifiedName table = cursor.qualifiedName();
    cursor.skipSymbol("*");
    List<TableAction> actions = cursor.splitAtCommas().stream().map(TableReader::action).toList();
    return new Statement.AlterTable(text, table, ifExists, actions);
  }

  private static TableAction action(Cursor cursor) {
    String sql = cursor.rest();
    return switch (cursor.take().value()) {
      case "add" -> add(cursor);
      case "drop" -> drop(cursor);
      case "alter" -> alter(cursor, sql);
      case "rename" -> rename(cursor);
      case "validate" -> {
        cursor.skip("constraint");
        yield new TableAction.ValidateConstraint(cursor.name());
      }
      case "attach" -> {
        cursor.skip("partition");
        yield new TableAction.AttachPartition(cursor.qualifiedName());
      }
      case "detach" -> {
        cursor.skip("partition");
        QualifiedName partition = cursor.qualifiedName();
        yield new TableAction.DetachPartition(partition, cursor.at("concurrently"));
      }
      default -> new TableAction.OtherAction(sql);
    };
  }

  private static TableAction add(Cursor cursor) {
    if (cursor.skip("constraint")) {
      String name = cursor.name();
      return new TableAction.AddConstraint(Optional.of(name), cursor.rest());
    }
    if (startsConstraint(cursor)) {
      return new TableAction.AddConstraint(Optional.empty(), cursor.rest());
    }
    cursor.skip("column");
    boolean ifNotExists = cursor.skip("if", "not", "exists");
    return new TableAction.AddColumn(cursor.name(), ifNotExists);
  }

  private static TableAction drop(Cursor cursor) {
    boolean constraint = cursor.skip("constraint");
    cursor.skip("column");
    boolean ifExists = cursor.skip("if", "exists");
    String name = cursor.name();
    return constraint
        ? new TableAction.DropConstraint(name, ifExists)
        : new TableAction.DropColumn(name, ifExists);
  }

  private static TableAction alter(Cursor cursor, String sql) {
    if (cursor.at("constraint")) {
      return new TableAction.OtherAction(sql);
    }
    cursor.skip("column");
    String column = cursor.name();
    if (cursor.at("set", "not", "null")) {
      return new TableAction.SetNotNull(column);
    }
    if (cursor.at("drop", "not", "null")) {
      return new TableAction.DropNotNull(column);
    }
    return new TableAction.OtherAction(sql);
  }

  private static TableAction rename(Cursor cursor) {
    if (cursor.skip("to")) {
      return new TableAction.RenameTable(cursor.name());
    }
    boolean constraint = cursor.skip("constraint");
    cursor.skip("column");
    String from = cursor.name();
    cursor.skip("to");
    String to = cursor.name();
    return constraint
        ? new TableAction.RenameConstraint(from, to)
        : new TableAction.RenameColumn(from, to);
  }
}
