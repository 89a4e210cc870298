package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements as the rules speak of them. */
final class Statements {
  private static final int MOST_LISTED = 3;

  private Statements() {}

  /** The command as PostgreSQL's own errors have it: {@code CREATE INDEX CONCURRENTLY}. */
  static String command(Statement statement) {
    boolean concurrently =
        !statement.runsInTransaction()
            && statement.source().sql().toUpperCase(Locale.ROOT).contains("CONCURRENTLY");
    if (statement instanceof Statement.AlterTable && concurrently) {
      return "ALTER TABLE … DETACH PARTITION CONCURRENTLY";
    }
    return concurrently && !statement.command().endsWith("CONCURRENTLY")
        ? statement.command() + " CONCURRENTLY"
        : statement.command();
  }

  /** What a script does, in a line: {@code `ALTER TABLE app_user`, `UPDATE app_user`}. */
  static String listed(Script script) {
    List<String> all =
        script.statements().stream()
            .filter(statement -> !(statement instanceof Statement.SetParameter))
            .map(Statements::summary)
            .distinct()
            .toList();
    String listed =
        all.stream().limit(MOST_LISTED).map(s -> "`" + s + "`").collect(Collectors.joining(", "));
    if (all.isEmpty()) {
      return "empty";
    }
    return all.size() > MOST_LISTED ? listed + " and more" : listed;
  }

  /** The command and what it is about: {@code DROP TABLE licence}. */
  static String summary(Statement statement) {
    Optional<QualifiedName> target =
        statement instanceof Statement.CreateIndex create
            ? create.name().or(statement::target)
            : statement.target();
    return statement.command() + target.map(name -> " " + name.sql()).orElse("");
  }

  /** Whether the two can be one object: a name without schema can be in any. */
  static boolean sameName(QualifiedName one, QualifiedName other) {
    return one.name().equals(other.name())
        && (one.schema().isEmpty()
            || other.schema().isEmpty()
            || one.schema().equals(other.schema()));
  }

  /** Whether the script makes the table, or materialized view, before it comes to a statement. */
  static boolean madeBefore(Script script, Statement statement, QualifiedName table) {
    return script.statements().stream()
        .takeWhile(earlier -> earlier != statement)
        .anyMatch(earlier -> makes(earlier, table));
  }

  private static boolean makes(Statement statement, QualifiedName table) {
    if (statement instanceof Statement.CreateTable create) {
      return sameName(create.table(), table);
    } else if (statement instanceof Statement.CreateObject create) {
      return create.kind().equals("MATERIALIZED VIEW") && sameName(create.name(), table);
    }
    return false;
  }

  /** Whether it sets or resets a timeout, which is harmless beside any other statement. */
  static boolean isTimeout(Statement statement) {
    return statement instanceof Statement.SetParameter set && set.name().endsWith("_timeout");
  }

  /** What a finding says about one of several statements ends with, about the others. */
  static String andMore(int others) {
    if (others == 0) {
      return "";
    }
    return others == 1
        ? "; 1 more statement is like it"
        : "; %d more statements are like it".formatted(others);
  }

  /** The statement with a semicolon, as a script has it. */
  static String ended(String sql) {
    return sql.endsWith(";") ? sql : sql + ";";
  }
}
