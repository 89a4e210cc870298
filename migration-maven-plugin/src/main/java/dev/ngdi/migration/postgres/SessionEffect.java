package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import java.util.Comparator;
import java.util.regex.Pattern;

/** What a step can do to the session that it runs in, as far as its text tells, least first. */
enum SessionEffect {
  /**
   * Nothing: it only defines, and PostgreSQL evaluates nothing of what it defines, or, for an
   * index, in a restricted context that undoes what is set there. An event trigger runs all the
   * same.
   */
  NONE,
  /** It runs triggers, defaults or constraints, and those may call what sets something. */
  HIDDEN,
  /** It sets something itself, or calls what may, so that one looks at what it left. */
  OPEN;

  private static final Pattern DEFINING =
      Pattern.compile(
          "(?is)(CREATE\\s+(UNIQUE\\s+)?INDEX|CREATE\\s+(TYPE|SEQUENCE|(OR\\s+REPLACE\\s+)?VIEW)"
              + "|COMMENT\\s+ON|GRANT|REVOKE|DROP\\s+(TABLE|INDEX|VIEW|SEQUENCE|TYPE))\\b.*");

  /** Not one that is filled at once, nor a partition, whose bounds are evaluated. */
  private static final Pattern EMPTY_TABLE =
      Pattern.compile(
          "(?is)CREATE\\s+(UNLOGGED\\s+)?TABLE\\b(?!.*\\bAS\\s*\\(?\\s*(SELECT|WITH|TABLE|VALUES|EXECUTE)\\b)"
              + "(?!.*\\bPARTITION\\s+OF\\b).*");

  private static final Pattern SETTING =
      Pattern.compile(
          "(?is)(SET(?!\\s+(LOCAL|CONSTRAINTS|TRANSACTION)\\b)|RESET|SELECT|WITH|DO|CALL|DECLARE"
              + "|LISTEN|LOAD)\\b.*");

  private static final Pattern NAMING =
      Pattern.compile("(?i)\\b(temp|temporary|set_config|pg_advisory_lock\\w*)\\b");

  static SessionEffect of(Step step) {
    return step.script().map(SessionEffect::of).orElse(OPEN);
  }

  private static SessionEffect of(Sql sql) {
    return sql.statements().stream()
        .map(statement -> of(sql, statement))
        .max(Comparator.naturalOrder())
        .orElse(HIDDEN);
  }

  private static SessionEffect of(Sql sql, StatementSpan statement) {
    String text = sql.textOf(statement);
    if (SETTING.matcher(text).matches() || NAMING.matcher(text).find()) {
      return OPEN;
    }
    return DEFINING.matcher(text).matches() || EMPTY_TABLE.matcher(text).matches() ? NONE : HIDDEN;
  }
}
