package dev.ngdi.migration.settings;

/**
 * Why a goal cannot do what it was asked. The message, of one line or several, is all that the user
 * is shown: what is wrong, where, and what to write instead; it holds no secret.
 */
public final class GoalException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String text;

  /** With a message for the user. */
  public GoalException(String message) {
    super(message);
    this.text = message;
  }

  /** With a message for the user, and a cause for {@code mvn -X}. */
  public GoalException(String message, Throwable cause) {
    super(message, cause);
    this.text = message;
  }

  @Override
  public String getMessage() {
    return text;
  }
}
