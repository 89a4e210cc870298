package dev.ngdi.migration.engine;

import java.util.Optional;

/**
 * Why something is not done.
 *
 * @param code a stable word for machines, such as {@code migration-changed}
 * @param id the migration it is about, if it is about one
 * @param message what is wrong: one line, lower case, no final stop, no secret
 * @param whatToDo what to do instead, in the same form
 */
public record Refusal(String code, Optional<String> id, String message, String whatToDo) {

  /** A refusal that is about no one migration. */
  public static Refusal of(String code, String message, String whatToDo) {
    return new Refusal(code, Optional.empty(), message, whatToDo);
  }

  /** A refusal about a migration. */
  public static Refusal of(String code, String id, String message, String whatToDo) {
    return new Refusal(code, Optional.of(id), message, whatToDo);
  }
}
