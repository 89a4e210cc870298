package dev.ngdi.migration.schema.undo;

import dev.ngdi.migration.schema.Ref;

/**
 * In what a schema is not as it is expected to be.
 *
 * @param kind which sort of difference it is
 * @param certain false where it may be none: two ways to write the same, or something unreadable
 * @param object what it is about, with its kind: {@code column app_user.role}
 * @param expected the thing in the expected schema; oid 0 for what is left over
 * @param actual the thing in the actual schema; oid 0 for what is missing
 * @param property in which respect, such as {@code not null}, {@code default}, {@code type} or
 *     {@code body}; empty unless it is changed
 * @param sentence what is wrong, in the user's names: lower case, no full stop, code in backticks
 */
public record Difference(
    Kind kind,
    boolean certain,
    String object,
    Ref expected,
    Ref actual,
    String property,
    String sentence) {
  /** What can be wrong. */
  public enum Kind {
    /** It is not there. */
    MISSING,
    /** It is there and should not be. */
    LEFT_OVER,
    /** It is there and is otherwise. */
    CHANGED
  }
}
