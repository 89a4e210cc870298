package dev.ngdi.migration.rules;

import java.util.List;

/** The catalogue of rules: written out, so that none is lost on the way. */
public final class Rules {
  /** All rules, in the order in which their findings are reported. */
  public static final List<Rule> ALL = List.of();

  private Rules() {}

  /** Everything to report about a declaration. */
  public static List<Judgement> judge(Subject subject) {
    return List.of();
  }
}
