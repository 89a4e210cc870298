package dev.ngdi.migration.settings;

import java.util.Map;
import java.util.Optional;

/**
 * The parameters of one goal. What the command line says wins over what the POM configures; Maven
 * by itself would have it the other way round.
 *
 * @param userProperties what {@code -D} says
 */
public record Settings(Map<String, String> userProperties) {

  public Settings {
    userProperties = Map.copyOf(userProperties);
  }

  /**
   * A parameter as text, blank being the same as not set.
   *
   * @param property the user property's name
   * @param configured what the POM says, or blank
   */
  public Optional<String> text(String property, String configured) {
    return nonBlank(userProperties.getOrDefault(property, "")).or(() -> nonBlank(configured));
  }

  /**
   * A parameter that is {@code true} or {@code false}, or not set.
   *
   * @throws GoalException if it is neither
   */
  public Optional<Boolean> choice(String property, String configured) throws GoalException {
    Optional<String> text = text(property, configured);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return switch (text.get()) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default ->
          throw new GoalException(
              "`%s` is `%s`; write `true` or `false`".formatted(property, text.get()));
    };
  }

  /**
   * A parameter that is {@code true} or {@code false}; not set is {@code false}.
   *
   * @throws GoalException if it is neither
   */
  public boolean flag(String property, String configured) throws GoalException {
    return choice(property, configured).orElse(false);
  }

  /**
   * A parameter that is a whole number.
   *
   * @param least the smallest allowed value
   * @throws GoalException if it is no whole number, or smaller
   */
  public Optional<Integer> number(String property, String configured, int least)
      throws GoalException {
    Optional<String> text = text(property, configured);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= least) {
        return Optional.of(number);
      }
    } catch (NumberFormatException e) {
      // Said below, together with a number that is too small.
    }
    throw new GoalException(
        "`%s` is `%s`; write a whole number from %d on".formatted(property, text.get(), least));
  }

  static Optional<String> nonBlank(String text) {
    return Optional.of(text.strip()).filter(t -> !t.isEmpty());
  }
}
