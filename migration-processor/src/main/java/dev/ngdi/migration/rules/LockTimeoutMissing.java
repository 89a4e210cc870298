package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.LockMode;
import dev.ngdi.migration.schema.locks.RelationLock;
import java.time.Duration;
import java.util.List;

/** Asks for an end of the wait for a lock, in teams whose tool sets none. */
final class LockTimeoutMissing implements Rule {
  @Override
  public String summary() {
    return "a lock that others have to wait for, waited for without end";
  }

  @Override
  public Severity severity() {
    return Severity.OFF;
  }

  @Override
  public List<Finding> check(Subject subject) {
    boolean transaction = HeldLocks.untilTheEnd(subject);
    boolean limited = false;
    for (Change change : subject.timeline().up()) {
      if (LockTimeout.isSetBy(change.statement(), transaction)) {
        limited =
            LockTimeout.of(change.statement())
                .filter(time -> !time.equals(Duration.ZERO))
                .isPresent();
      } else if (!limited && !HeldLocks.of(change, LockMode.SHARE).isEmpty()) {
        return List.of(finding(change, transaction));
      }
    }
    return List.of();
  }

  private static Finding finding(Change change, boolean transaction) {
    RelationLock lock = HeldLocks.of(change, LockMode.SHARE).get(0);
    return Finding.at(
        Part.UP,
        change.statement(),
        "`%s` may wait for `%s` without end, and everybody who uses `%s` waits behind it"
            .formatted(Statements.summary(change.statement()), lock.name(), lock.name()),
        LockTimeout.proposal(transaction)
            + "\n"
            + Statements.ended(change.statement().source().sql()));
  }
}
