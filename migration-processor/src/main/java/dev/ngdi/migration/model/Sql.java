package dev.ngdi.migration.model;

import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TokenText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The SQL of one direction of a migration.
 *
 * @param text the whole script, lines ended by line feeds
 * @param file the file it was read from as the annotation names it, where it was
 * @param statements its statements in order
 * @param transactional whether it runs in one transaction
 * @param sha256 the SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits
 */
public record Sql(
    String text,
    Optional<String> file,
    List<StatementSpan> statements,
    boolean transactional,
    String sha256) {

  public Sql {
    statements = List.copyOf(statements);
  }

  /** The SQL with the digest of its text. */
  public Sql(
      String text, Optional<String> file, List<StatementSpan> statements, boolean transactional) {
    this(text, file, statements, transactional, Digest.sha256(text));
  }

  /**
   * The SQL of a script that was read without problems.
   *
   * @param effects what each of its statements does, in order
   */
  public static Sql of(
      Script script, Optional<String> file, boolean transactional, List<StatementEffect> effects) {
    List<StatementSpan> spans = new ArrayList<>();
    for (Statement statement : script.statements()) {
      spans.add(StatementSpan.of(statement, effects.get(spans.size())));
    }
    return new Sql(script.sql(), file, spans, transactional);
  }

  /**
   * The SHA-256 of its tokens, 64 lower-case hexadecimal digits: another text with the same ones
   * differs in nothing but comments, white space, and the case of words outside quotes. What
   * PostgreSQL keeps as text, such as the body of a function, is one token.
   */
  public String tokensSha256() {
    return Digest.sha256(String.join("\n", TokenText.of(text).tokens()));
  }

  /** The text of one of its statements. */
  public String textOf(StatementSpan span) {
    return text.substring(span.start(), span.end());
  }
}
