package dev.ngdi.migration.rules;

import dev.ngdi.migration.model.MigrationName;
import dev.ngdi.migration.sql.NearNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Refuses a name whose first word is not an action that the team agreed on. */
final class ActionUnknown implements Rule {
  @Override
  public String summary() {
    return "a name that begins with a word that is not an action";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject
        .name()
        .filter(name -> !Vocabulary.knows(name.action(), subject.policy()))
        .map(
            name ->
                Finding.in(
                    Part.NAME,
                    "`"
                        + name.action()
                        + "` is not an action, so the name does not tell what the migration does",
                    instead(subject, name)))
        .stream()
        .toList();
  }

  private static String instead(Subject subject, MigrationName name) {
    Set<String> known = new TreeSet<>(Vocabulary.actions());
    known.addAll(subject.policy().actions());
    Optional<String> better =
        NearNames.one(name.action(), known)
            .map(action -> withAction(name, action))
            .or(() -> NameProposal.of(subject));
    List<String> lines = new ArrayList<>();
    better.map(n -> NameProposal.declaration(name.version(), n)).ifPresent(lines::add);
    if (better.isEmpty()) {
      lines.add("one of " + String.join(", ", known));
    }
    lines.add("or add the word: @MigrationPolicy(actions = \"" + name.action() + "\")");
    return String.join("\n", lines);
  }

  private static String withAction(MigrationName name, String action) {
    List<String> words = new ArrayList<>(name.words());
    words.set(0, action);
    return String.join("_", words);
  }
}
