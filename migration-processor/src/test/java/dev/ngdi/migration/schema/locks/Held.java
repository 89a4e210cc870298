package dev.ngdi.migration.schema.locks;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a statement was seen or said to lock, by relation name, in a form that can be compared. */
record Held(Map<String, Lock> locks) {

  record Lock(LockMode mode, boolean rewrite, boolean scan, boolean indexRebuild) {
    Lock or(Lock other) {
      return new Lock(
          mode.or(other.mode),
          rewrite || other.rewrite,
          scan || other.scan,
          indexRebuild || other.indexRebuild);
    }

    @Override
    public String toString() {
      return mode.sql()
          + (rewrite ? " rewrite" : "")
          + (scan && !rewrite ? " scan" : "")
          + (indexRebuild && !rewrite ? " rebuild" : "");
    }
  }

  Held {
    locks = Map.copyOf(locks);
  }

  /** What is said of what users see: the marker of the tests is none of it. */
  static Held of(LockEffect effect) {
    Map<String, Lock> locks = new TreeMap<>();
    for (RelationLock lock : effect.relations()) {
      if (!lock.name().equals("marker")) {
        locks.merge(
            lock.name(),
            new Lock(lock.mode(), lock.rewrite(), lock.scan(), lock.indexRebuild()),
            Lock::or);
      }
    }
    return new Held(locks);
  }

  /** {@code t: ACCESS EXCLUSIVE rewrite; p: SHARE}; {@code nothing} for none. */
  @Override
  public String toString() {
    return locks.isEmpty()
        ? "nothing"
        : new TreeMap<>(locks)
            .entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining("; "))
                .toString()
                .strip();
  }

  static LockMode mode(String pgLocksName) {
    String words = pgLocksName.replace("Lock", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_");
    return LockMode.valueOf(words.toUpperCase(Locale.ROOT));
  }
}
