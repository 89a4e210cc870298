package dev.ngdi.migration.sql;

import java.util.Locale;
import java.util.Optional;

/** Reads an action of an {@code ALTER TABLE}, or of an {@code ALTER} of what is like a table. */
final class TableActionReader {
  private final Cursor cursor;
  private final String sql;
  private final String member;

  private TableActionReader(Cursor cursor, String member) {
    this.cursor = cursor;
    this.sql = cursor.rest();
    this.member = member;
  }

  /** One action of a table, view, sequence or index: all that the cursor has left. */
  static TableAction read(Cursor action) {
    return new TableActionReader(action, "column").action();
  }

  /** One action of a composite type, whose columns are called attributes. */
  static TableAction ofType(Cursor action) {
    return new TableActionReader(action, "attribute").action();
  }

  /** The action of a domain, whose default and {@code NOT NULL} belong to no column. */
  static TableAction ofDomain(Cursor action) {
    boolean ofValue =
        action.at("set", "default")
            || action.at("set", "not")
            || action.at("drop", "default")
            || action.at("drop", "not");
    return ofValue
        ? ColumnActionReader.read(action.rest(), "", action)
        : new TableActionReader(action, "column").action();
  }

  private TableAction action() {
    return switch (cursor.peek().value()) {
      case "add" -> add();
      case "drop" -> drop();
      case "alter" -> alter();
      case "rename" -> rename();
      case "validate" -> {
        cursor.skip("validate");
        cursor.skip("constraint");
        yield new TableAction.ValidateConstraint(cursor.name());
      }
      case "attach" -> {
        cursor.skip("attach");
        cursor.skip("partition");
        yield new TableAction.AttachPartition(cursor.qualifiedName(), cursor.rest());
      }
      case "detach" -> {
        cursor.skip("detach");
        cursor.skip("partition");
        QualifiedName partition = cursor.qualifiedName();
        yield new TableAction.DetachPartition(partition, cursor.at("concurrently"));
      }
      case "set", "reset" -> TableSettingReader.read(sql, cursor);
      case "enable", "disable", "force" -> switching();
      default -> other();
    };
  }

  private TableAction add() {
    cursor.skip("add");
    if (member.equals("column") && ConstraintReader.follows(cursor)) {
      return new TableAction.AddConstraint(ConstraintReader.ofTable(cursor));
    }
    cursor.skip(member);
    boolean ifNotExists = cursor.skip("if", "not", "exists");
    return new TableAction.AddColumn(ColumnReader.read(cursor), ifNotExists);
  }

  private TableAction drop() {
    cursor.skip("drop");
    boolean constraint = cursor.skip("constraint");
    cursor.skip(member);
    boolean ifExists = cursor.skip("if", "exists");
    String name = cursor.name();
    boolean cascade = cursor.at("cascade");
    return constraint
        ? new TableAction.DropConstraint(name, ifExists, cascade)
        : new TableAction.DropColumn(name, ifExists, cascade);
  }

  private TableAction alter() {
    cursor.skip("alter");
    if (cursor.skip("constraint")) {
      String name = cursor.name();
      return StateReader.alter(sql, name, cursor);
    }
    cursor.skip(member);
    String column = cursor.name();
    return ColumnActionReader.read(sql, column, cursor);
  }

  private TableAction rename() {
    cursor.skip("rename");
    if (cursor.skip("to")) {
      return new TableAction.RenameTable(cursor.name());
    }
    boolean constraint = cursor.skip("constraint");
    cursor.skip(member);
    String from = cursor.name();
    cursor.skip("to");
    String to = cursor.name();
    return constraint
        ? new TableAction.RenameConstraint(from, to)
        : new TableAction.RenameColumn(from, to);
  }

  /** What can be on and off. */
  private TableAction switching() {
    boolean forced = cursor.skip("force");
    boolean enable = forced || cursor.skip("enable");
    cursor.skip("disable");
    if (cursor.skip("row", "level", "security")) {
      return new TableAction.RowSecurity(sql, forced, enable);
    }
    char on = cursor.skip("replica") ? 'R' : cursor.skip("always") ? 'A' : 'O';
    boolean rule = cursor.skip("rule");
    if (!rule && !cursor.skip("trigger")) {
      return new TableAction.OtherAction(sql);
    }
    boolean userOnly = !rule && cursor.at("user");
    boolean named = rule || (!userOnly && !cursor.at("all"));
    return new TableAction.SetTriggerState(
        sql,
        rule,
        named ? Optional.of(cursor.name()) : Optional.empty(),
        userOnly,
        enable ? on : 'D');
  }

  private TableAction other() {
    if (cursor.skip("no", "force", "row", "level", "security")) {
      return new TableAction.RowSecurity(sql, true, false);
    }
    if (cursor.skip("no", "inherit")) {
      return new TableAction.SetInheritance(sql, cursor.qualifiedName(), false);
    }
    if (cursor.skip("inherit")) {
      return new TableAction.SetInheritance(sql, cursor.qualifiedName(), true);
    }
    if (cursor.skip("owner", "to")) {
      return new TableAction.OwnerTo(sql, cursor.name());
    }
    if (cursor.skip("cluster", "on")) {
      return new TableAction.ClusterOn(sql, Optional.of(cursor.name()));
    }
    if (cursor.skip("replica", "identity")) {
      boolean index = cursor.skip("using", "index");
      String identity = index ? "INDEX" : cursor.peek().value().toUpperCase(Locale.ROOT);
      return new TableAction.ReplicaIdentity(
          sql, identity, index ? Optional.of(cursor.name()) : Optional.empty());
    }
    if (cursor.skip("not", "of")) {
      return new TableAction.SetType(sql, Optional.empty());
    }
    return cursor.skip("of")
        ? new TableAction.SetType(sql, Optional.of(cursor.qualifiedName()))
        : new TableAction.OtherAction(sql);
  }
}
