package dev.ngdi.migration.schema.differential;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How much was compared, and how much of it the replay did not know. */
final class Tally {
  private final Map<String, Integer> unclaimed = new TreeMap<>();
  private final Map<String, Integer> unproven = new TreeMap<>();
  private int cases;
  private int statements;
  private int unprovenStatements;
  private int facts;
  private int unsureFacts;

  void begun() {
    cases++;
  }

  void statement(List<String> reasons) {
    statements++;
    unprovenStatements += reasons.isEmpty() ? 0 : 1;
    reasons.forEach(r -> unproven.merge(r.replaceAll("`[^`]*`", "`…`"), 1, Integer::sum));
  }

  void unclaimed(String state) {
    unclaimed.merge(state, 1, Integer::sum);
  }

  void facts(int compared, int unsure) {
    facts += compared;
    unsureFacts += unsure;
  }

  /** The share of facts that were left out because the replay is not sure of them. */
  double unsureShare() {
    return facts == 0 ? 0 : (double) unsureFacts / facts;
  }

  /** The share of statements that the replay could not follow wholly. */
  double unprovenShare() {
    return statements == 0 ? 0 : (double) unprovenStatements / statements;
  }

  int cases() {
    return cases;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%d sequences, %d statements (%.2f %% not wholly replayed), %d facts (%.2f %% unsure)%n"
            + "refused beyond the replay's claim: %s%nnot wholly replayed: %s",
        cases,
        statements,
        100 * unprovenShare(),
        facts,
        100 * unsureShare(),
        unclaimed,
        unproven);
  }
}
