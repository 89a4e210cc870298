package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Refuses a name that does not tell what happens to what, in a form that tools can read. */
final class NameFormat implements Rule {
  private static final int PREFIX = "V20261122103700__".length();
  private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  @Override
  public String summary() {
    return "a name that is not `<action>_<entity>_<details>` in lower snake case, 63 bytes at most";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject
        .version()
        .flatMap(version -> finding(subject, version, subject.id().substring(PREFIX)))
        .stream()
        .toList();
  }

  private static Optional<Finding> finding(Subject subject, String version, String name) {
    return problem(subject.id(), name)
        .map(problem -> Finding.in(Part.NAME, problem, instead(subject, version, name)));
  }

  private static Optional<String> problem(String id, String name) {
    int bytes = id.getBytes(StandardCharsets.UTF_8).length;
    if (!SNAKE.matcher(name).matches()) {
      return Optional.of("`" + name + "` is not in lower snake case, the form that names have");
    } else if (name.split("_", -1).length < 3) {
      return Optional.of(
          "`"
              + name
              + "` does not tell what happens to what: a name has at least three parts,"
              + " `<action>_<entity>_<details>`");
    } else if (bytes > MigrationName.MAX_BYTES) {
      return Optional.of(
          "the class name is %d bytes long, and no name in PostgreSQL is longer than %d"
              .formatted(bytes, MigrationName.MAX_BYTES));
    }
    return Optional.empty();
  }

  private static String instead(Subject subject, String version, String name) {
    return NameProposal.declaration(
        version,
        NameProposal.fit(Words.of(name))
            .or(() -> NameProposal.of(subject))
            .orElse("<action>_<entity>_<details>"));
  }
}
