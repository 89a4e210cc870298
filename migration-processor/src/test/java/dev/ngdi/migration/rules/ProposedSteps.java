package dev.ngdi.migration.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a finding tells to write instead, taken apart into the migrations that it makes. */
final class ProposedSteps {
  private static final Pattern MIGRATION =
      Pattern.compile(
          "@(?:Schema|Data)Migration\\(\\s*up = \"\"\"\\n"
              + "(.*?)\"\"\",\\s*down = \"\"\"\\n"
              + "(.*?)\"\"\"\\)",
          Pattern.DOTALL);
  private static final Pattern FOLLOWING =
      Pattern.compile("(?m)^(?:and then )?(?:a migration|\\d+ migrations) of (?:its|their) own:$");

  /** A migration; without a {@code down} where what stands there already is to stay. */
  record Step(String up, String down) {}

  private ProposedSteps() {}

  /** The migrations in order; the first is what takes the place of the statement, if anything. */
  static List<Step> steps(String instead) {
    Matcher following = FOLLOWING.matcher(instead);
    String here = following.find() ? instead.substring(0, following.start()) : instead;
    List<Step> steps = new ArrayList<>();
    if (!here.isBlank()) {
      steps.add(new Step(here, ""));
    }
    Matcher migration = MIGRATION.matcher(instead);
    while (migration.find()) {
      steps.add(new Step(migration.group(1).strip(), migration.group(2).strip()));
    }
    return List.copyOf(steps);
  }
}
