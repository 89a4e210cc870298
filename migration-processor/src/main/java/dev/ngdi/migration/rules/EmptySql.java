package dev.ngdi.migration.rules;

import java.util.List;

/** Refuses a migration that declares nothing to do. */
final class EmptySql implements Rule {
  @Override
  public String summary() {
    return "a migration with nothing in its `up`";
  }

  @Override
  public boolean mandatory() {
    return true;
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (subject.hasUp()) {
      return List.of();
    }
    return List.of(
        subject.up().isPresent()
            ? Finding.in(
                Part.UP,
                "`up` has no statement: the history would record a change that never was",
                "the SQL that makes the change, or no class at all")
            : Finding.in(
                Part.ANNOTATION,
                "there is nothing to apply: the migration has no `up`",
                JavaText.attribute("up", "…")
                    + "\nor `implements MigrationCode`, for what SQL cannot say"));
  }
}
