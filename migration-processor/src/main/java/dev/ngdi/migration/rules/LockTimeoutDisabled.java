package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.LockMode;
import dev.ngdi.migration.schema.locks.RelationLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Warns of a wait for a lock that is made long on purpose. */
final class LockTimeoutDisabled implements Rule {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  @Override
  public String summary() {
    return "`lock_timeout` switched off, or over a minute, before a lock that others wait for";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public List<Finding> check(Subject subject) {
    boolean transaction = HeldLocks.untilTheEnd(subject);
    List<Change> up = subject.timeline().up();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < up.size(); i++) {
      Optional<Duration> time = LockTimeout.of(up.get(i).statement());
      if (LockTimeout.isSetBy(up.get(i).statement(), transaction)
          && time.filter(t -> t.isZero() || t.compareTo(LONGEST) > 0).isPresent()) {
        List<Change> under =
            up.subList(i + 1, up.size()).stream()
                .takeWhile(later -> !LockTimeout.isSetBy(later.statement(), transaction))
                .toList();
        Change set = up.get(i);
        HeldLocks.firstThatBlocks(under)
            .map(blocking -> finding(set, blocking, time.orElseThrow(), transaction))
            .ifPresent(findings::add);
      }
    }
    return List.copyOf(findings);
  }

  private static Finding finding(Change set, Change blocking, Duration time, boolean transaction) {
    RelationLock lock = HeldLocks.of(blocking, LockMode.SHARE).get(0);
    return Finding.at(
        Part.UP,
        set.statement(),
        "`%s` may wait for `%s` %s, and everybody who uses `%s` waits behind it"
            .formatted(
                Statements.summary(blocking.statement()),
                lock.name(),
                time.isZero() ? "without end" : "for more than a minute",
                lock.name()),
        LockTimeout.proposal(transaction));
  }
}
