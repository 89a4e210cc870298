package dev.ngdi.migration.report;

import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.StatementSpan;
import dev.ngdi.migration.schema.locks.LockMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all statements of a step together do to each relation. */
final class HeldLock {
  private static final List<String> WEAKEST_FIRST =
      Arrays.stream(LockMode.values()).map(LockMode::sql).toList();
  private static final Comparator<RelationEffect> BY_STRENGTH =
      Comparator.comparingInt(effect -> WEAKEST_FIRST.indexOf(effect.lock()));

  private HeldLock() {}

  /** The strongest lock on each with all the work that is done, those that hold up others first. */
  static List<RelationEffect> of(Step step) {
    Map<String, RelationEffect> locks = new LinkedHashMap<>();
    step.script().stream()
        .flatMap(sql -> sql.statements().stream())
        .map(StatementSpan::effect)
        .flatMap(effect -> effect.relations().stream())
        .forEach(lock -> locks.merge(lock.relation(), lock, HeldLock::both));
    List<RelationEffect> all = new ArrayList<>(locks.values());
    all.sort(Comparator.comparing(lock -> !lock.blocksTraffic()));
    return all;
  }

  private static RelationEffect both(RelationEffect one, RelationEffect other) {
    RelationEffect stronger = BY_STRENGTH.compare(one, other) >= 0 ? one : other;
    return new RelationEffect(
        stronger.relation(),
        stronger.lock(),
        stronger.blocks(),
        one.rewritten() || other.rewritten(),
        one.scanned() || other.scanned(),
        one.indexesRebuilt() || other.indexesRebuilt());
  }
}
