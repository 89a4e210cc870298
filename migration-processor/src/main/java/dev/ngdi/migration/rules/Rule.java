package dev.ngdi.migration.rules;

import java.util.List;
import java.util.Locale;

/**
 * One check. Its id, its page {@code docs/rules/<id>.md} and its tests derive from the class name,
 * which names the bad thing: it completes "allow …".
 */
public interface Rule {

  /** The id: the class name in kebab case. */
  default String id() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[a-z])(?=[0-9])", "-")
        .toLowerCase(Locale.ROOT);
  }

  /** One sentence, lower case, no full stop; the second line of the rule's page. */
  String summary();

  /** What its findings are unless the policy says otherwise. */
  default Severity severity() {
    return Severity.ERROR;
  }

  /**
   * Whether the declaration means nothing without it: such a rule holds for every version, and
   * neither the policy nor an {@code @Allow} can change that.
   */
  default boolean mandatory() {
    return false;
  }

  /**
   * Whether an {@code @Allow} can accept what it finds. A rule that is not mandatory may still have
   * an annotation or a form of its own for saying so.
   */
  default boolean acceptable() {
    return !mandatory();
  }

  /** What it finds. */
  List<Finding> check(Subject subject);
}
