package dev.ngdi.migration.schema.differential;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How much was compared, and how much of it the replay did not know. */
final class Tally {
  private final Map<String, Integer> unclaimed = new TreeMap<>();
  private final Map<String, Integer> unproven = new TreeMap<>();
  private final Map<String, Integer> otherReasons = new TreeMap<>();
  private int refused;
  private int cases;
  private int statements;
  private int unprovenStatements;
  private int facts;
  private int unsureFacts;

  /** Adds what another one counted. */
  synchronized void add(Tally other) {
    other.unclaimed.forEach((k, n) -> unclaimed.merge(k, n, Integer::sum));
    other.unproven.forEach((k, n) -> unproven.merge(k, n, Integer::sum));
    other.otherReasons.forEach((k, n) -> otherReasons.merge(k, n, Integer::sum));
    refused += other.refused;
    cases += other.cases;
    statements += other.statements;
    unprovenStatements += other.unprovenStatements;
    facts += other.facts;
    unsureFacts += other.unsureFacts;
  }

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

  /** Counts facts that were compared, those left out among them. */
  void compared(int all, int unsure) {
    facts += all;
    unsureFacts += unsure;
  }

  /** Counts facts that could not be compared since what the replay knows makes no database. */
  void left(int all) {
    compared(all, all);
  }

  /** Counts a statement that both refuse, each for another reason. */
  void otherReason(String server, String replay) {
    otherReasons.merge(server + " not " + replay, 1, Integer::sum);
  }

  /** Counts a statement that both refuse. */
  void refused() {
    refused++;
  }

  /** Of the statements that both refuse, the share that they refuse for different reasons. */
  double otherReasonShare() {
    int others = otherReasons.values().stream().mapToInt(Integer::intValue).sum();
    return refused == 0 ? 0 : (double) others / refused;
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
            + "refused beyond the replay's claim: %s%nnot wholly replayed: %s%n"
            + "refused for another reason (%.2f %%): %s",
        cases,
        statements,
        100 * unprovenShare(),
        facts,
        100 * unsureShare(),
        unclaimed,
        unproven,
        100 * otherReasonShare(),
        otherReasons);
  }
}
