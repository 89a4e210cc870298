package dev.ngdi.migration.rules;

import dev.ngdi.migration.sql.NearNames;
import java.util.List;
import java.util.stream.IntStream;

/** Refuses an {@code @Allow} of a rule that is not there: what it should accept still fails. */
final class SuppressionUnknownRule implements Rule {
  @Override
  public String summary() {
    return "an `@Allow` of a rule that does not exist";
  }

  @Override
  public boolean mandatory() {
    return true;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return IntStream.range(0, subject.accepted().size())
        .filter(i -> !RuleGuide.IDS.contains(subject.accepted().get(i).rule()))
        .mapToObj(i -> finding(i, subject.accepted().get(i).rule()))
        .toList();
  }

  private static Finding finding(int index, String rule) {
    String problem = "`@Allow` accepts nothing: there is no rule `%s`".formatted(rule);
    String instead =
        NearNames.one(rule, RuleGuide.IDS)
            .map("@Allow(rule = \"%s\", because = \"…\")"::formatted)
            .orElse("the id that the error shows in square brackets");
    return Finding.inAllow(index, problem, instead);
  }
}
