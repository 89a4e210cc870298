package dev.ngdi.migration.rules;

import java.util.List;

/** Refuses a {@code down} that does nothing: the history would say what is not so. */
final class UndoEmpty implements Rule {
  @Override
  public String summary() {
    return "a `down` that does nothing";
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (subject
        .up()
        .filter(up -> up.statements().isEmpty() && up.problems().isEmpty())
        .isPresent()) {
      return List.of();
    }
    return subject
        .down()
        .filter(down -> down.problems().isEmpty() && down.isEmpty())
        .map(
            down ->
                Finding.in(
                    Part.DOWN,
                    "`down` does nothing: the history would say that the migration is taken back"
                        + " while the database stays as it is",
                    WayBack.of(subject)))
        .stream()
        .toList();
  }
}
