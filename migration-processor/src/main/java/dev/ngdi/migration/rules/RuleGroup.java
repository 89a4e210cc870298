package dev.ngdi.migration.rules;

import java.util.List;

/**
 * A chapter of the guide that the rules' pages are.
 *
 * @param title its heading
 * @param about one sentence that says what the rules have in common
 * @param ids the ids of its rules, in the order in which they are to be read
 */
record RuleGroup(String title, String about, List<String> ids) {
  RuleGroup {
    ids = List.copyOf(ids);
  }

  static RuleGroup of(String title, String about, List<Rule> rules) {
    return new RuleGroup(title, about, rules.stream().map(Rule::id).toList());
  }
}
