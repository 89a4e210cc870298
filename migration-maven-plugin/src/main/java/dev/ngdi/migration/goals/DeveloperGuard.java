package dev.ngdi.migration.goals;

import dev.ngdi.migration.settings.ChosenDatabase;
import dev.ngdi.migration.settings.GoalException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps the goals that are for a developer's database away from everybody else's.
 *
 * @param goal what was typed, {@code db:reset}
 * @param environment the environment that was named
 * @param confirmed the database's name as it was typed to confirm
 * @param destroys whether the goal destroys data, so that even a database on this machine must be
 *     confirmed
 */
record DeveloperGuard(
    String goal, Optional<String> environment, Optional<String> confirmed, boolean destroys) {
  private static final Set<String> PRODUCTION = Set.of("prod", "production", "prd", "live");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Refuses a database that is no developer's.
   *
   * @throws GoalException if it looks like production, or is not confirmed
   */
  void check(ChosenDatabase database) throws GoalException {
    if (database.embedded()) {
      return;
    }
    Optional<String> sign =
        Stream.of(database.host(), database.database(), environment)
            .flatMap(Optional::stream)
            .filter(DeveloperGuard::soundsLikeProduction)
            .findFirst();
    if (sign.isPresent()) {
      throw new GoalException(
          """
          `%s` is for a developer's database, and `%s` sounds like production
          type `mvn db:deploy` to apply migrations to it"""
              .formatted(goal, sign.get()));
    }
    String name = database.database().orElse(database.user());
    boolean needed = destroys || !isOnThisMachine(database);
    if (needed && !confirmed.equals(Optional.of(name))) {
      throw new GoalException(
          "`%s` %s `%s`, from %s\nif that is meant, type it again with `-Ddb.confirm=%s`"
              .formatted(
                  goal,
                  destroys
                      ? "destroys everything in"
                      : "is for a developer's database, and not on this machine is",
                  database.location(),
                  database.source(),
                  name));
    }
  }

  private static boolean soundsLikeProduction(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .anyMatch(PRODUCTION::contains);
  }

  private static boolean isOnThisMachine(ChosenDatabase database) {
    return database.host().stream()
        .flatMap(hosts -> Arrays.stream(hosts.split(",", -1)))
        .map(host -> host.replaceFirst(":\\d+$", ""))
        .allMatch(THIS_MACHINE::contains);
  }
}
