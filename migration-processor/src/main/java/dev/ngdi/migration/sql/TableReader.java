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
    List<TableElement> columns = cursor.atSymbol("(") ? columns(cursor.nested()) : List.of();
    return new Statement.CreateTable(
        text,
        table,
        ifNotExists,
        temporary || inTemporarySchema,
        columns,
        TableElement.Clauses.NONE);
  }

  private static List<TableElement> columns(Cursor list) {
    List<TableElement> columns = new ArrayList<>();
    for (Cursor element : list.splitAtCommas()) {
      if (element.peek().isName() && !startsConstraint(element) && !element.at("like")) {
        columns.add(column(element));
      }
    }
    return columns;
  }

  private static TableElement.Column column(Cursor cursor) {
    return new TableElement.Column(
        cursor.name(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "");
  }

  private static ConstraintDefinition constraint(Optional<String> name, Cursor cursor) {
    return new ConstraintDefinition(
        ConstraintDefinition.Kind.CHECK,
        name,
        cursor.rest(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        ConstraintDefinition.IndexClauses.NONE,
        ConstraintDefinition.State.NONE);
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
    boolean only = cursor.skip("only");
    QualifiedName table = cursor.qualifiedName();
    cursor.skipSymbol("*");
    List<TableAction> actions = cursor.splitAtCommas().stream().map(TableReader::action).toList();
    return new Statement.AlterTable(text, table, ifExists, only, actions);
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
        yield new TableAction.AttachPartition(cursor.qualifiedName(), cursor.rest());
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
      return new TableAction.AddConstraint(constraint(Optional.of(name), cursor));
    }
    if (startsConstraint(cursor)) {
      return new TableAction.AddConstraint(constraint(Optional.empty(), cursor));
    }
    cursor.skip("column");
    boolean ifNotExists = cursor.skip("if", "not", "exists");
    return new TableAction.AddColumn(column(cursor), ifNotExists);
  }

  private static TableAction drop(Cursor cursor) {
    boolean constraint = cursor.skip("constraint");
    cursor.skip("column");
    boolean ifExists = cursor.skip("if", "exists");
    String name = cursor.name();
    return constraint
        ? new TableAction.DropConstraint(name, ifExists, cursor.at("cascade"))
        : new TableAction.DropColumn(name, ifExists, cursor.at("cascade"));
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
