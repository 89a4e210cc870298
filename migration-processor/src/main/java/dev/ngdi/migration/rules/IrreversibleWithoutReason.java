package dev.ngdi.migration.rules;

import java.util.List;

/** Asks why a migration cannot be taken back. */
final class IrreversibleWithoutReason implements Rule {
  @Override
  public String summary() {
    return "an `@Irreversible` that does not say why";
  }

  @Override
  public boolean acceptable() {
    return false;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject
        .irreversible()
        .filter(reason -> Words.ofProse(reason).isEmpty())
        .map(
            reason ->
                Finding.in(
                    Part.IRREVERSIBLE,
                    "whoever has to take a release back is not told why this migration stays",
                    "@Irreversible(because = \"<what is lost, as a sentence>\")"))
        .stream()
        .toList();
  }
}
