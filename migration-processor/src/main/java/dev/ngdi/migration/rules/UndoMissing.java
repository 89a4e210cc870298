package dev.ngdi.migration.rules;

import java.util.List;

/** Refuses a migration that has no way back and does not say why. */
final class UndoMissing implements Rule {
  @Override
  public String summary() {
    return "a migration that can neither be taken back nor says why it cannot";
  }

  @Override
  public boolean acceptable() {
    return false;
  }

  @Override
  public List<Finding> check(Subject subject) {
    boolean reversible = subject.down().isPresent() || subject.codeDown();
    if (reversible || subject.irreversible().isPresent() || !subject.hasUp()) {
      return List.of();
    }
    String problem =
        subject.code()
            ? "the migration cannot be taken back: it does not override `down(MigrationContext)`"
            : "the migration cannot be taken back: it has no `down`";
    return List.of(Finding.in(Part.ANNOTATION, problem, WayBack.of(subject)));
  }
}
