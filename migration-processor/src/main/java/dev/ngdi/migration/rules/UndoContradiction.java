package dev.ngdi.migration.rules;

import java.util.List;

/** Refuses a migration that has a way back and says that there is none. */
final class UndoContradiction implements Rule {
  @Override
  public String summary() {
    return "a migration that is `@Irreversible` and has a `down`";
  }

  @Override
  public boolean acceptable() {
    return false;
  }

  @Override
  public List<Finding> check(Subject subject) {
    boolean reversible = subject.down().isPresent() || subject.codeDown();
    if (!reversible || subject.irreversible().isEmpty()) {
      return List.of();
    }
    return List.of(
        Finding.in(
            Part.IRREVERSIBLE,
            "`@Irreversible` says that there is no way back, and `down` is one: nobody can tell"
                + " which of them holds",
            "one of the two: leave out `@Irreversible`, or `down`"));
  }
}
