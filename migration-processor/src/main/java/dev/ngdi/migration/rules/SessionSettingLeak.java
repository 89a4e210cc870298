package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.Statement.SetParameter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Warns of a setting that outlives the migration that needs it. */
final class SessionSettingLeak implements Rule {
  private static final Pattern HEAD =
      Pattern.compile("\\A(SET)(\\s+SESSION)?(?=\\s)", Pattern.CASE_INSENSITIVE);

  /** What every tool sets itself before each migration, and what only a transaction has. */
  private static final Set<String> RESTORED =
      Set.of("search_path", "role", "session_authorization", "transaction_isolation", "all");

  @Override
  public String summary() {
    return "a setting that stays on the connection behind the migration";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (!HeldLocks.untilTheEnd(subject)) {
      return List.of();
    }
    List<SetParameter> leaks =
        Occurrence.in(subject, SetParameter.class).stream()
            .filter(SessionSettingLeak::leaks)
            .map(Occurrence::statement)
            .toList();
    return leaks.stream().limit(1).map(first -> finding(first, leaks)).toList();
  }

  private static boolean leaks(Occurrence<SetParameter> found) {
    SetParameter set = found.statement();
    return !set.local()
        && !set.values().isEmpty()
        && !RESTORED.contains(set.name())
        && found.later().stream()
            .noneMatch(later -> later.statement() instanceof SetParameter o && takesOver(o, set));
  }

  /** Whether a later one decides what is left of it: it sets or resets the same. */
  private static boolean takesOver(SetParameter later, SetParameter set) {
    return !later.local()
        && (later.name().equals(set.name())
            || (later.name().equals("all") && later.values().isEmpty()));
  }

  private static Finding finding(SetParameter first, List<SetParameter> leaks) {
    String names =
        leaks.stream()
            .map(set -> "`" + set.name() + "`")
            .distinct()
            .collect(Collectors.joining(", "));
    return Finding.at(
        Part.UP,
        first,
        "%s stays set behind the migration: where Flyway runs it, the next migrations and the application that gets the connection back have it too"
            .formatted(names),
        leaks.stream()
            .map(set -> HEAD.matcher(set.source().sql()).replaceFirst("$1 LOCAL"))
            .map(Statements::ended)
            .collect(Collectors.joining("\n")));
  }
}
