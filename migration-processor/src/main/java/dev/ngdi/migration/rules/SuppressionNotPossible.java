package dev.ngdi.migration.rules;

import java.util.List;
import java.util.stream.IntStream;

/** Refuses an {@code @Allow} of a rule that holds in any case. */
final class SuppressionNotPossible implements Rule {
  @Override
  public String summary() {
    return "an `@Allow` of a rule that cannot be accepted";
  }

  @Override
  public boolean mandatory() {
    return true;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return IntStream.range(0, subject.accepted().size())
        .filter(i -> RuleGuide.IDS.contains(subject.accepted().get(i).rule()))
        .filter(i -> !Rules.isAcceptable(subject.accepted().get(i).rule()))
        .mapToObj(
            i ->
                Finding.inAllow(
                    i,
                    "`%s` cannot be accepted: what it finds has to be put right"
                        .formatted(subject.accepted().get(i).rule()),
                    "the class without this `@Allow`, and what the rule finds put right"))
        .toList();
  }
}
