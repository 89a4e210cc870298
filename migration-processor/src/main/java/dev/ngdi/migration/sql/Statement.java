package dev.ngdi.migration.sql;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

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

  /**
   * {@code CREATE TABLE}, in every form, {@code CREATE TABLE AS} and {@code SELECT INTO} included.
   *
   * @param elements what stands in its parentheses, in order
   */
  record CreateTable(
      Text source,
      QualifiedName table,
      boolean ifNotExists,
      boolean temporary,
      List<TableElement> elements,
      TableElement.Clauses clauses)
      implements Statement {
    public CreateTable {
      elements = List.copyOf(elements);
    }

    /** The names of the columns that it defines itself. */
    public List<String> columns() {
      return elements.stream()
          .filter(TableElement.Column.class::isInstance)
          .map(element -> ((TableElement.Column) element).name())
          .toList();
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
   * {@code ALTER TABLE}; PostgreSQL takes it for views, sequences and indexes too.
   *
   * @param only whether it leaves out the tables that inherit
   * @param actions what it does, in order
   */
  record AlterTable(
      Text source, QualifiedName table, boolean ifExists, boolean only, List<TableAction> actions)
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
      boolean only,
      List<IndexElement> elements,
      ConstraintDefinition.IndexClauses clauses)
      implements Statement {
    public CreateIndex {
      elements = List.copyOf(elements);
    }

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
   * @param definition what it says of the object
   */
  record CreateObject(
      Text source,
      String kind,
      QualifiedName name,
      Optional<QualifiedName> on,
      String arguments,
      boolean orReplace,
      boolean ifNotExists,
      Definition definition)
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

  /**
   * {@code DROP} of anything but an index; kind as in {@link CreateObject}, tables included.
   *
   * @param arguments for each name the argument types of a function, in parentheses, or empty
   */
  record DropObject(
      Text source,
      String kind,
      List<QualifiedName> names,
      List<String> arguments,
      Optional<QualifiedName> on,
      boolean ifExists,
      boolean cascade)
      implements Statement {
    public DropObject {
      names = List.copyOf(names);
      arguments = List.copyOf(arguments);
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
   * @param arguments a function's argument types, in parentheses, or empty
   * @param on the table of a trigger, policy or rule
   * @param actions what it does, in order
   */
  record AlterObject(
      Text source,
      String kind,
      QualifiedName name,
      String arguments,
      Optional<QualifiedName> on,
      boolean ifExists,
      List<ObjectAction> actions)
      implements Statement {
    public AlterObject {
      actions = List.copyOf(actions);
    }

    /** The new name, where it is a {@code RENAME TO}. */
    public Optional<QualifiedName> renamedTo() {
      return actions.stream()
          .filter(ObjectAction.Rename.class::isInstance)
          .map(action -> new QualifiedName(name.schema(), ((ObjectAction.Rename) action).to()))
          .findFirst();
    }

    /** Whether it is {@code ALTER TYPE … ADD VALUE}. */
    public boolean addsEnumValue() {
      return actions.stream().anyMatch(ObjectAction.AddValue.class::isInstance);
    }

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
   * @param tables the tables whose rows change: several for a {@code TRUNCATE}, and where {@code
   *     WITH} changes rows too
   * @param bounded false for a {@code TRUNCATE} and for an {@code UPDATE} or {@code DELETE} without
   *     {@code WHERE}
   * @param cascade whether it is {@code TRUNCATE … CASCADE}
   * @param names the names in it; none of a {@code COPY} and a {@code TRUNCATE}
   */
  record ChangeRows(
      Text source,
      String command,
      List<QualifiedName> tables,
      boolean bounded,
      boolean cascade,
      Fragment names)
      implements Statement {
    public ChangeRows {
      tables = List.copyOf(tables);
    }

    /** The table, of several the first. */
    public QualifiedName table() {
      return tables.get(0);
    }

    @Override
    public Optional<QualifiedName> target() {
      return Optional.of(table());
    }
  }

  /**
   * {@code SET} and {@code RESET} of a parameter; {@code name} in lower case.
   *
   * @param values the values as names or without their quotes; empty for {@code DEFAULT} and {@code
   *     RESET}
   */
  record SetParameter(Text source, String name, boolean local, List<String> values)
      implements Statement {
    public SetParameter {
      values = List.copyOf(values);
    }

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
  record Query(Text source, Fragment names) implements Statement {
    @Override
    public String command() {
      return "SELECT";
    }

    @Override
    public Optional<QualifiedName> target() {
      return Optional.empty();
    }
  }

  /**
   * {@code GRANT} and {@code REVOKE} on objects.
   *
   * @param revoke whether it takes away
   * @param optionOnly {@code GRANT OPTION FOR}
   * @param privileges upper case; {@code ALL} for all, with the columns that each is for
   * @param kind PostgreSQL's word for the objects, upper case: {@code TABLE} where none stands;
   *     {@code ALL TABLES IN SCHEMA} and the like
   * @param objects their names, or the schemas' for {@code ALL … IN SCHEMA}
   * @param arguments for each object the argument types of a function, in parentheses, or empty
   * @param roles who; {@code public} for all
   */
  record Grant(
      Text source,
      boolean revoke,
      boolean optionOnly,
      List<Privilege> privileges,
      String kind,
      List<QualifiedName> objects,
      List<String> arguments,
      List<String> roles,
      boolean withGrantOption,
      boolean cascade)
      implements Statement {
    public Grant {
      privileges = List.copyOf(privileges);
      objects = List.copyOf(objects);
      arguments = List.copyOf(arguments);
      roles = List.copyOf(roles);
    }

    @Override
    public String command() {
      return revoke ? "REVOKE" : "GRANT";
    }

    @Override
    public Optional<QualifiedName> target() {
      return objects.stream().findFirst();
    }
  }

  /**
   * {@code ALTER DEFAULT PRIVILEGES}.
   *
   * @param makers whose objects it is about; empty for those of who runs it
   * @param schemas where they are made; empty for anywhere
   * @param change what they are granted; its object is the word for them, in lower case: {@code
   *     tables}, {@code sequences}, {@code functions}, {@code routines}, {@code types}, {@code
   *     schemas}
   */
  record DefaultPrivileges(Text source, List<String> makers, List<String> schemas, Grant change)
      implements Statement {
    public DefaultPrivileges {
      makers = List.copyOf(makers);
      schemas = List.copyOf(schemas);
    }

    @Override
    public String command() {
      return "ALTER DEFAULT PRIVILEGES";
    }

    @Override
    public Optional<QualifiedName> target() {
      return Optional.empty();
    }
  }

  /** A privilege, with the columns that it is for, or none for the whole object. */
  record Privilege(String name, List<String> columns) {
    public Privilege {
      columns = List.copyOf(columns);
    }
  }

  /**
   * {@code COMMENT ON}.
   *
   * @param kind PostgreSQL's word for the object, upper case; {@code COLUMN} and {@code CONSTRAINT}
   *     among them
   * @param name the object; for a column its table
   * @param member the column; the constraint, trigger, policy or rule is the {@code name} and its
   *     table {@code on}
   * @param arguments a function's argument types, in parentheses, or empty
   * @param onDomain whether {@code on} is a domain
   * @param text the comment as written, in quotes; empty for {@code NULL}
   */
  record Comment(
      Text source,
      String kind,
      QualifiedName name,
      Optional<String> member,
      Optional<QualifiedName> on,
      boolean onDomain,
      String arguments,
      Optional<String> text)
      implements Statement {
    @Override
    public String command() {
      return "COMMENT";
    }

    @Override
    public Optional<QualifiedName> target() {
      return Optional.of(on.orElse(name));
    }
  }

  /** {@code DO}; the body without its quotes, the language lower case. */
  record DoBlock(Text source, String language, String body) implements Statement {
    /**
     * Where what stands in its body behind so many UTF-16 units stands in the script; of a body
     * that is written with escapes, where the block does.
     */
    public IntFunction<Position> places() {
      Position at = source.at();
      int start = source.sql().indexOf(body);
      if (start < 0) {
        return offset -> at;
      }
      LineMap lines = new LineMap(source.sql());
      return offset -> at.plus(lines.position(start + offset));
    }

    @Override
    public String command() {
      return "DO";
    }

    @Override
    public Optional<QualifiedName> target() {
      return Optional.empty();
    }
  }

  /**
   * Work on what is there, that leaves what it is as it is.
   *
   * @param command {@code REFRESH MATERIALIZED VIEW}, {@code REINDEX}, {@code VACUUM}, {@code
   *     ANALYZE}, {@code CLUSTER} or {@code LOCK TABLE}
   * @param kind what is reindexed: {@code TABLE}, {@code INDEX}, {@code SCHEMA}, {@code DATABASE}
   *     or {@code SYSTEM}; else empty
   * @param targets the objects; none for all
   * @param index what {@code CLUSTER} orders by
   * @param mode of a {@code LOCK TABLE}, upper case without {@code MODE}; {@code ACCESS EXCLUSIVE}
   *     where none is named
   * @param full whether it is {@code VACUUM FULL}
   * @param withData whether a materialized view is filled
   */
  record Maintenance(
      Text source,
      String command,
      String kind,
      List<QualifiedName> targets,
      Optional<String> index,
      boolean concurrently,
      String mode,
      boolean full,
      boolean withData,
      boolean runsInTransaction)
      implements Statement {
    public Maintenance {
      targets = List.copyOf(targets);
    }

    @Override
    public Optional<QualifiedName> target() {
      return targets.stream().findFirst();
    }
  }

  /** Any other statement that PostgreSQL parses. */
  record Other(
      Text source, String command, Optional<QualifiedName> target, boolean runsInTransaction)
      implements Statement {}
}
