package dev.ngdi.migration.rules;

import java.util.List;

/** Refuses a class that says twice, in Java and in SQL, what is to be done. */
final class CodeAndSql implements Rule {
  @Override
  public String summary() {
    return "a class that implements `MigrationCode` and has SQL as well";
  }

  @Override
  public boolean mandatory() {
    return true;
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (!subject.code()) {
      return List.of();
    }
    return Scripts.directions(subject).keySet().stream()
        .limit(1)
        .map(
            part ->
                Finding.in(
                    part,
                    "two answers to what is applied: the class implements `MigrationCode` and has"
                        + " SQL in its annotation",
                    "one of the two: leave out the SQL, or `implements MigrationCode`"))
        .toList();
  }
}
