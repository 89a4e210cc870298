package dev.ngdi.migration.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules by what they are about, so that only those are asked that a script concerns. */
final class RuleIndex {
  private final List<Rule> rules;
  private final BitSet always = new BitSet();
  private final Map<Class<?>, BitSet> byKind = new HashMap<>();

  RuleIndex(List<Rule> rules) {
    this.rules = rules;
    for (int i = 0; i < rules.size(); i++) {
      Set<Class<?>> about = rules.get(i).about();
      if (about.isEmpty()) {
        always.set(i);
      }
      for (Class<?> kind : about) {
        byKind.computeIfAbsent(kind, unused -> new BitSet()).set(i);
      }
    }
  }

  /** Those that statements and actions of these kinds concern, in the order of the catalogue. */
  List<Rule> concernedWith(Set<Class<?>> kinds) {
    BitSet asked = (BitSet) always.clone();
    for (Class<?> kind : kinds) {
      BitSet more = byKind.get(kind);
      if (more != null) {
        asked.or(more);
      }
    }
    List<Rule> concerned = new ArrayList<>(asked.cardinality());
    for (int i = asked.nextSetBit(0); i >= 0; i = asked.nextSetBit(i + 1)) {
      concerned.add(rules.get(i));
    }
    return concerned;
  }
}
