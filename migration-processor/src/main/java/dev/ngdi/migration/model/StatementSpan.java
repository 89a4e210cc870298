package dev.ngdi.migration.model;

import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Statement;

/**
 * Where a statement stands in its script, and what it is in a word.
 *
 * @param start UTF-16 units before it
 * @param end UTF-16 units up to its end
 * @param line the line it begins on, from 1
 * @param summary the command and what it is about, such as {@code ALTER TABLE app_user}
 * @param effect what it does to what is there
 */
public record StatementSpan(int start, int end, int line, String summary, StatementEffect effect) {

  /** A statement of which the effect is not known. */
  public StatementSpan(int start, int end, int line, String summary) {
    this(start, end, line, summary, StatementEffect.NONE);
  }

  static StatementSpan of(Statement statement, StatementEffect effect) {
    Statement.Text source = statement.source();
    int start = source.at().offset();
    String target = statement.target().map(QualifiedName::sql).map(t -> " " + t).orElse("");
    return new StatementSpan(
        start,
        start + source.sql().length(),
        source.at().line(),
        statement.command() + target,
        effect);
  }
}
