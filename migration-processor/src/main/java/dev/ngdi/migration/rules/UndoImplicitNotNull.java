package dev.ngdi.migration.rules;

import java.util.List;

/** Refuses a {@code down} that drops a primary key and leaves the {@code NOT NULL} it brought. */
final class UndoImplicitNotNull implements Rule {
  @Override
  public String summary() {
    return "a `down` that leaves the `NOT NULL` that a primary key brought";
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Undone.finding(
        subject,
        "dropping a primary key leaves the `NOT NULL` that came with it",
        difference -> Undone.isImplicitNotNull(subject, difference));
  }
}
