package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationName;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses a class name from which no version can be read: it has no place in the order. */
final class VersionFormat implements Rule {
  private static final Pattern BEGINNING = Pattern.compile("V(\\d{14})__.*", Pattern.DOTALL);

  @Override
  public String summary() {
    return "a class name that does not begin with `V`, a real date and time in 14 digits, and `__`";
  }

  @Override
  public boolean mandatory() {
    return true;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Matcher matcher = BEGINNING.matcher(subject.id());
    if (!matcher.matches()) {
      return finding(
          subject,
          "`"
              + subject.id()
              + "` has no place in the order of migrations: its name does not begin with `V`, 14"
              + " digits and `__`");
    }
    if (!MigrationName.isVersion(matcher.group(1))) {
      return finding(
          subject,
          "`"
              + matcher.group(1)
              + "` is not a real date and time, so the migration has no place in the order");
    }
    return List.of();
  }

  private static List<Finding> finding(Subject subject, String problem) {
    DraftName draft = DraftName.of(subject.id());
    Optional<String> name = draft.name().or(() -> NameProposal.of(subject));
    String instead =
        NameProposal.declaration(
            draft.version().orElse("<yyyyMMddHHmmss>"), name.orElse("<action>_<entity>_<details>"));
    return List.of(Finding.in(Part.NAME, problem, instead));
  }
}
