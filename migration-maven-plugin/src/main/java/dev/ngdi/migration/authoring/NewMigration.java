package dev.ngdi.migration.authoring;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.MigrationName;
import dev.ngdi.migration.model.MigrationType;
import dev.ngdi.migration.rules.Finding;
import dev.ngdi.migration.rules.Known;
import dev.ngdi.migration.rules.Part;
import dev.ngdi.migration.rules.Policy;
import dev.ngdi.migration.rules.Rules;
import dev.ngdi.migration.rules.Severity;
import dev.ngdi.migration.rules.Subject;
import dev.ngdi.migration.rules.Timeline;
import dev.ngdi.migration.settings.GoalException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A migration that is about to be made.
 *
 * @param id its id
 * @param packageName the package of its class
 * @param type which annotation it will bear
 */
public record NewMigration(String id, String packageName, MigrationType type) {
  private static final DateTimeFormatter VERSION = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");
  private static final Set<String> FOR_DATA = Set.of("backfill", "fill", "populate");

  /**
   * Names it: the version is now, in UTC, and in any case newer than the newest there is.
   *
   * @param name the name without a version, {@code add_user_role_field}
   * @param packageName the package; if empty, that of the newest migration
   * @param type the type; if empty, schema unless the action says otherwise
   * @param existing the migrations there are, in order
   * @param actions actions that the policy allows beside the built-in ones
   * @throws GoalException if the rules would refuse the name, or no package is known
   */
  public static NewMigration named(
      String name,
      Optional<String> packageName,
      Optional<MigrationType> type,
      List<DeclaredMigration> existing,
      Set<String> actions,
      Instant now)
      throws GoalException {
    Optional<DeclaredMigration> newest =
        existing.isEmpty() ? Optional.empty() : Optional.of(existing.get(existing.size() - 1));
    String in =
        packageName
            .or(() -> newest.map(NewMigration::packageOf))
            .orElseThrow(
                () ->
                    new GoalException(
                        """
                        there is no migration yet whose package could be taken
                        say it: `-Ddb.package=org.example.db`\
                        """));
    String id = "V" + version(newest, now) + "__" + name;
    NewMigration made = new NewMigration(id, in, type.orElseGet(() -> typeOf(name)));
    made.check(existing, actions);
    return made;
  }

  private static String version(Optional<DeclaredMigration> newest, Instant now) {
    LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC).withNano(0);
    LocalDateTime earliest =
        newest.map(m -> LocalDateTime.parse(m.version(), VERSION).plusSeconds(1)).orElse(at);
    return VERSION.format(at.isBefore(earliest) ? earliest : at);
  }

  private static MigrationType typeOf(String name) {
    String action = name.split("_", 2)[0];
    return action.equals("seed")
        ? MigrationType.SEED
        : FOR_DATA.contains(action) ? MigrationType.DATA : MigrationType.SCHEMA;
  }

  private static String packageOf(DeclaredMigration migration) {
    int end = migration.className().lastIndexOf('.');
    return end < 0 ? "" : migration.className().substring(0, end);
  }

  /** Asks the rules what they think of the name; there is nothing else yet to judge. */
  private void check(List<DeclaredMigration> existing, Set<String> actions) throws GoalException {
    Map<String, List<String>> others =
        existing.stream()
            .collect(Collectors.toMap(DeclaredMigration::id, m -> List.of(m.className())));
    Policy policy = new Policy(Policy.DEFAULT.postgres(), "", allowed(existing, actions), Map.of());
    Subject subject =
        new Subject(
            id,
            packageName.isEmpty() ? id : packageName + "." + id,
            type,
            "Says why the change is made.",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Subject.TransactionMode.AUTO,
            false,
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            Known.of(others),
            policy,
            Timeline.empty(policy));
    List<String> problems =
        Rules.judge(subject).stream()
            .filter(j -> j.severity() == Severity.ERROR && j.finding().part() == Part.NAME)
            .map(j -> "[%s] %s".formatted(j.rule(), describe(j.finding())))
            .toList();
    if (!problems.isEmpty()) {
      throw new GoalException(String.join("\n", problems));
    }
  }

  /** An action that a migration begins with that was compiled is one that the policy allows. */
  private static Set<String> allowed(List<DeclaredMigration> existing, Set<String> actions) {
    return Stream.concat(
            actions.stream(),
            existing.stream()
                .flatMap(m -> MigrationName.parse(m.id()).stream())
                .map(MigrationName::action))
        .collect(Collectors.toSet());
  }

  private static String describe(Finding finding) {
    return finding.instead().isEmpty()
        ? finding.problem()
        : finding.problem()
            + "\n    instead: "
            + finding.instead().replace("\n", "\n             ");
  }
}
