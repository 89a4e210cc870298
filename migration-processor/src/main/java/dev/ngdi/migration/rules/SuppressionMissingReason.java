package dev.ngdi.migration.rules;

import java.util.List;
import java.util.stream.IntStream;

/** Asks why a rule is accepted: the reason stands in the manifest. */
final class SuppressionMissingReason implements Rule {
  @Override
  public String summary() {
    return "an `@Allow` that does not say why";
  }

  @Override
  public boolean mandatory() {
    return true;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return IntStream.range(0, subject.accepted().size())
        .filter(i -> Words.ofProse(subject.accepted().get(i).because()).isEmpty())
        .mapToObj(
            i ->
                Finding.inAllow(
                    i,
                    "reviewers are not told why `%s` is accepted here"
                        .formatted(subject.accepted().get(i).rule()),
                    "@Allow(rule = \"%s\", because = \"<why it is safe here, as a sentence>\")"
                        .formatted(subject.accepted().get(i).rule())))
        .toList();
  }
}
