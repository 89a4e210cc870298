package dev.ngdi.migration.rules;

import java.util.List;
import java.util.Set;

/**
 * One check. Its id, its page {@code docs/rules/<id>.md} and its tests derive from the class name,
 * which names the bad thing: it completes "allow …".
 */
public interface Rule {

  /** The id: the class name in kebab case. */
  default String id() {
    String name = getClass().getSimpleName();
    StringBuilder id = new StringBuilder(name.length() + 8);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean begins =
          i > 0
              && (Character.isUpperCase(c)
                  || (Character.isDigit(c) && !Character.isDigit(name.charAt(i - 1))));
      id.append(begins ? "-" : "").append(Character.toLowerCase(c));
    }
    return id.toString();
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

  /**
   * The kinds of statements, or of actions of an {@code ALTER TABLE}, of which {@code up} has to
   * have one for it to find anything: without that it is not asked. Empty where it is always asked.
   */
  default Set<Class<?>> about() {
    return Set.of();
  }

  /** What it finds. */
  List<Finding> check(Subject subject);
}
