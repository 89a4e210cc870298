package dev.ngdi.migration.sql;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads what an {@code ALTER COLUMN} does. */
final class ColumnActionReader {
  private final String sql;
  private final String column;
  private final Cursor cursor;

  private ColumnActionReader(String sql, String column, Cursor cursor) {
    this.sql = sql;
    this.column = column;
    this.cursor = cursor;
  }

  /** Behind the column's name, which is empty for a domain. */
  static TableAction read(String sql, String column, Cursor cursor) {
    return new ColumnActionReader(sql, column, cursor).action();
  }

  private TableAction action() {
    if (cursor.skip("set", "data", "type") || cursor.skip("type")) {
      return type();
    }
    if (cursor.skip("drop")) {
      return drop();
    }
    if (cursor.at("add", "generated")) {
      cursor.skip("add");
      return ColumnQualifiers.read(cursor)
          .identity()
          .<TableAction>map(identity -> new TableAction.AddIdentity(sql, column, identity))
          .orElseGet(() -> new TableAction.OtherAction(sql));
    }
    if (cursor.skip("reset")) {
      return options(true);
    }
    if (cursor.at("restart")) {
      return identity();
    }
    return cursor.at("set") ? set() : new TableAction.OtherAction(sql);
  }

  private TableAction type() {
    TypeName type = TypeReader.read(cursor);
    Optional<QualifiedName> collation =
        cursor.skip("collate") ? Optional.of(cursor.qualifiedName()) : Optional.empty();
    Optional<Fragment> using =
        cursor.skip("using") ? Optional.of(FragmentReader.expression(cursor)) : Optional.empty();
    return new TableAction.AlterType(sql, column, type, collation, using);
  }

  private TableAction drop() {
    if (cursor.at("not", "null")) {
      return new TableAction.DropNotNull(column);
    }
    if (cursor.at("default")) {
      return new TableAction.DropDefault(sql, column);
    }
    if (cursor.skip("identity")) {
      return new TableAction.DropIdentity(sql, column, cursor.at("if", "exists"));
    }
    return cursor.skip("expression")
        ? new TableAction.DropExpression(sql, column, cursor.at("if", "exists"))
        : new TableAction.OtherAction(sql);
  }

  private TableAction set() {
    if (cursor.at("set", "not", "null")) {
      return new TableAction.SetNotNull(column);
    }
    if (cursor.skip("set", "default")) {
      return new TableAction.SetDefault(sql, column, FragmentReader.expression(cursor));
    }
    if (cursor.skip("set", "expression")) {
      cursor.skip("as");
      Cursor expression = cursor.atSymbol("(") ? cursor.nested() : cursor;
      return new TableAction.SetExpression(sql, column, FragmentReader.expression(expression));
    }
    if (cursor.skip("set", "statistics")) {
      return new TableAction.SetStatistics(
          sql, column, cursor.at("default") ? "-1" : OneLine.of(cursor.rest()).replace(" ", ""));
    }
    if (cursor.skip("set", "storage")) {
      return new TableAction.SetStorage(sql, column, cursor.name().toLowerCase(Locale.ROOT));
    }
    if (cursor.skip("set", "compression")) {
      return new TableAction.SetCompression(sql, column, cursor.name());
    }
    if (cursor.peek(1).isSymbol("(")) {
      cursor.skip("set");
      return options(false);
    }
    return identity();
  }

  private TableAction options(boolean reset) {
    return cursor.atSymbol("(")
        ? new TableAction.SetColumnOptions(
            sql, column, StorageParameters.change(cursor.nested(), reset))
        : new TableAction.OtherAction(sql);
  }

  private TableAction identity() {
    Optional<Boolean> always = Optional.empty();
    Map<String, String> values = new LinkedHashMap<>();
    while (!cursor.atEnd()) {
      int before = cursor.index();
      cursor.skip("set");
      if (cursor.skip("generated")) {
        always = Optional.of(cursor.skip("always"));
        cursor.skip("by", "default");
      }
      values.putAll(SequenceReader.read(cursor).values());
      if (cursor.index() == before) {
        return new TableAction.OtherAction(sql);
      }
    }
    return new TableAction.AlterIdentity(
        sql, column, always, new SequenceOptions(values, Optional.empty()));
  }
}
