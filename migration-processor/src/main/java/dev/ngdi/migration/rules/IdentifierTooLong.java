package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.LongName;
import dev.ngdi.migration.sql.Script;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Warns of a name that PostgreSQL cuts. */
final class IdentifierTooLong implements Rule {
  @Override
  public String summary() {
    return "a name of more than 63 bytes, of which PostgreSQL keeps the beginning";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (subject.up().orElse(Script.EMPTY).identifiers().stream().noneMatch(LongName::mayBeCut)) {
      return List.of();
    }
    Set<String> seen = new HashSet<>();
    List<Finding> findings = new ArrayList<>();
    for (Change change : subject.timeline().up()) {
      for (LongName name : LongName.in(change.statement().source().sql())) {
        if (seen.add(name.written())) {
          findings.add(
              Finding.at(
                  Part.UP,
                  change.statement(),
                  "PostgreSQL keeps %d of the %d bytes of `%s`, and takes any other name that begins so for the same"
                      .formatted(name.keptBytes(), name.bytes(), name.written()),
                  name.kept()));
        }
      }
    }
    return List.copyOf(findings);
  }
}
