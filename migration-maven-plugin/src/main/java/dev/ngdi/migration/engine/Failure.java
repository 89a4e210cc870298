package dev.ngdi.migration.engine;

import dev.ngdi.migration.model.StatementSpan;
import java.util.Optional;

/**
 * Why a migration did not come to its end.
 *
 * @param id the migration
 * @param direction which way it went
 * @param statement the statement that failed; empty if none did, or if it was Java code
 * @param place where that stands in the migration's own sources, such as {@code
 *     V20261122103700__add_user_role_field.java:12}, if known
 * @param line the line of the script that PostgreSQL points to, or else the statement's first
 * @param sqlState PostgreSQL's five characters, if it was PostgreSQL that refused
 * @param message what was said: PostgreSQL's message, or what the code threw; without secrets
 * @param detail PostgreSQL's detail, hint and context, each on a line of its own; empty if none
 * @param effect what is now true of the migration
 */
public record Failure(
    String id,
    Direction direction,
    Optional<StatementSpan> statement,
    Optional<String> place,
    Optional<Integer> line,
    Optional<String> sqlState,
    String message,
    String detail,
    Effect effect) {

  /** The same with where it stands in the migration's sources. */
  public Failure at(String source) {
    return new Failure(
        id, direction, statement, Optional.of(source), line, sqlState, message, detail, effect);
  }

  /** What a failed migration left behind. */
  public enum Effect {
    /** Nothing: it was rolled back. */
    NONE("nothing of it is in the database"),
    /** It ran outside a transaction: what came before the failing statement is done. */
    PARTIAL("it runs outside a transaction: what came before the failing statement is done"),
    /** All of it: only the answer was lost. */
    COMPLETE("the connection was lost after it took effect, which the history says"),
    /** The connection was lost at a moment that leaves it open. */
    UNKNOWN("the connection was lost, and whether it took effect is unknown");

    private final String sentence;

    Effect(String sentence) {
      this.sentence = sentence;
    }

    /** What it means: lower case, no final stop. */
    public String sentence() {
      return sentence;
    }
  }
}
