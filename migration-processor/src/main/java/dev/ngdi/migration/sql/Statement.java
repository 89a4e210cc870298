package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;

/**
 * One SQL statement, as far as anybody needs to know it; what has no record of its own is {@link
 * Other}, never a guess.
 */
public sealed interface Statement {

  /** What it says and where. */
  Text source();

  /** The command in PostgreSQL's words, such as {@code CREATE INDEX}; upper case. */
  String command();

  /** The object that it is about, where there is one. */
  Optional<QualifiedName> target();

  /** Whether PostgreSQL runs it inside a transaction block. */
  default boolean runsInTransaction() {
    return true;
  }

  /** The statement on one line, without comments, cut at 120 characters: for messages. */
  default String oneLine() {
    return OneLine.of(source().sql(), 120);
  }

  /**
   * A statement's text.
   *
   * @param sql the statement as written, from its first keyword to before its semicolon
   * @param at where its first keyword stands in the script
   */
  record Text(String sql, Position at) {}

  /** {@code CREATE TABLE}, in every form. */
  record CreateTable(
      Text source,
      QualifiedName table,
      boolean ifNotExists,
      boolean temporary,
      List<String> columns)
      implements Statement {
    public CreateTable {
      columns = List.copyOf(columns);
    }

    @Override
    public String command() {
      return "CREATE TABLE";
    }

    @Override
    public Optional<QualifiedName> target() {
      return Optional.of(table);
    }
  }

  /**
   * {@code ALTER TABLE} of an ordinary table.
   *
   * @param actions what it does, in order
   */
  record AlterTable(Text source, QualifiedName table, boolean ifExists, List<TableAction> actions)
      implements Statement {
    public AlterTable {
      actions = List.copyOf(actions);
    }

    @Override
    public String command() {
      return "ALTER TABLE";
    }

    @Override
    public Optional<QualifiedName> target() {
      return Optional.of(table);
    }

    @Override
    public boolean runsInTransaction() {
      return actions.stream()
          .noneMatch(a -> a instanceof TableAction.DetachPartition d && d.concurrently());
    }
  }

  /** {@code CREATE INDEX}. */
  record CreateIndex(
      Text source,
      Optional<QualifiedName> name,
      QualifiedName table,
      boolean unique,
      boolean concurrently,
      boolean ifNotExists,
      boolean only)
      implements Statement {
    @Override
    public String command() {
      return "CREATE INDEX";
    }

    @Override
    public Optional<QualifiedName> target() {
      return Optional.of(table);
    }

    @Override
    public boolean runsInTransaction() {
      return !concurrently;
    }
  }

  /** {@code DROP INDEX}. */
  record DropIndex(
      Text source,
      List<QualifiedName> names,
      boolean concurrently,
      boolean ifExists,
      boolean cascade)
      implements Statement {
    public DropIndex {
      names = List.copyOf(names);
    }

    @Override
    public String command() {
      return "DROP INDEX";
    }

    @Override
    public Optional<QualifiedName> target() {
      return names.stream().findFirst();
    }

    @Override
    public boolean runsInTransaction() {
      return !concurrently;
    }
  }

  /**
   * {@code CREATE} of anything else than a table or an index: a view, a function, a type.
   *
   * @param kind PostgreSQL's word, upper case: {@code VIEW}, {@code MATERIALIZED VIEW}, {@code
   *     FUNCTION}, {@code TYPE}
   * @param on the table that a trigger, policy or rule belongs to
   * @param arguments a function's or procedure's argument types as {@code DROP} takes them, with
   *     parentheses; empty for others
   */
  record CreateObject(
      Text source,
      String kind,
      QualifiedName name,
      Optional<QualifiedName> on,
      String arguments,
      boolean orReplace,
      boolean ifNotExists)
      implements Statement {
    @Override
    public String command() {
      return "CREATE " + kind;
    }

    @Override
    public Optional<QualifiedName> target() {
      return Optional.of(name);
    }
  }

  /** {@code DROP} of anything but an index; kind as in {@link CreateObject}, tables included. */
  record DropObject(
      Text source,
      String kind,
      List<QualifiedName> names,
      Optional<QualifiedName> on,
      boolean ifExists,
      boolean cascade)
      implements Statement {
    public DropObject {
      names = List.copyOf(names);
    }

    @Override
    public String command() {
      return "DROP " + kind;
    }

    @Override
    public Optional<QualifiedName> target() {
      return names.stream().findFirst();
    }
  }

  /**
   * {@code ALTER} of anything but a table.
   *
   * @param kind as in {@link CreateObject}, indexes included
   * @param name its name; the table of a trigger or policy is left out
   * @param renamedTo the new name, where it is a {@code RENAME TO}
   * @param addsEnumValue whether it is {@code ALTER TYPE … ADD VALUE}
   */
  record AlterObject(
      Text source,
      String kind,
      QualifiedName name,
      Optional<QualifiedName> renamedTo,
      boolean addsEnumValue)
      implements Statement {
    @Override
    public String command() {
      return "ALTER " + kind;
    }

    @Override
    public Optional<QualifiedName> target() {
      return Optional.of(name);
    }
  }

  /**
   * A change of rows.
   *
   * @param command {@code INSERT}, {@code UPDATE}, {@code DELETE}, {@code MERGE}, {@code TRUNCATE}
   *     or {@code COPY}
   * @param table the table, of several the first
   * @param bounded false for a {@code TRUNCATE} and for an {@code UPDATE} or {@code DELETE} without
   *     {@code WHERE}
   */
  record ChangeRows(Text source, String command, QualifiedName table, boolean bounded)
      implements Statement {
    @Override
    public Optional<QualifiedName> target() {
      return Optional.of(table);
    }
  }

  /** {@code SET} and {@code RESET} of a parameter; {@code name} in lower case. */
  record SetParameter(Text source, String name, boolean local) implements Statement {
    @Override
    public String command() {
      return "SET";
    }

    @Override
    public Optional<QualifiedName> target() {
      return Optional.empty();
    }
  }

  /** {@code BEGIN}, {@code COMMIT}, {@code SAVEPOINT} and their like. */
  record TransactionControl(Text source, String command) implements Statement {
    @Override
    public Optional<QualifiedName> target() {
      return Optional.empty();
    }
  }

  /** {@code SELECT}, {@code VALUES}, {@code TABLE}, {@code WITH … SELECT}. */
  record Query(Text source) implements Statement {
    @Override
    public String command() {
      return "SELECT";
    }

    @Override
    public Optional<QualifiedName> target() {
      return Optional.empty();
    }
  }

  /** Any other statement that PostgreSQL parses. */
  record Other(
      Text source, String command, Optional<QualifiedName> target, boolean runsInTransaction)
      implements Statement {}
}
