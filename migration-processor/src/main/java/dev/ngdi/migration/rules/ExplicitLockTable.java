package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.LockMode;
import dev.ngdi.migration.schema.locks.LockMode.Blocked;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Warns of a table that is locked for as long as a migration takes. */
final class ExplicitLockTable implements Rule {
  @Override
  public String summary() {
    return "`LOCK TABLE`, which keeps others from a table until the migration ends";
  }

  @Override
  public Severity severity() {
    return Severity.WARNING;
  }

  @Override
  public Set<Class<?>> about() {
    return Set.of(Statement.Maintenance.class);
  }

  @Override
  public List<Finding> check(Subject subject) {
    return Occurrence.in(subject, Statement.Maintenance.class).stream()
        .filter(found -> found.statement().command().equals("LOCK TABLE"))
        .filter(found -> !HeldLocks.of(found.change(), LockMode.SHARE).isEmpty())
        .map(ExplicitLockTable::finding)
        .toList();
  }

  private static Finding finding(Occurrence<Statement.Maintenance> found) {
    List<RelationLock> locks = HeldLocks.of(found.change(), LockMode.SHARE);
    String tables =
        locks.stream().map(lock -> "`" + lock.name() + "`").collect(Collectors.joining(", "));
    boolean reads = locks.stream().anyMatch(l -> l.blocks() == Blocked.READS_AND_WRITES);
    return found.finding(
        "`LOCK TABLE` keeps everybody from %s %s until the migration ends"
            .formatted(reads ? "reading and writing" : "writing", tables),
        "the script without `%s`; each statement takes the lock that it needs, when it needs it"
            .formatted(found.statement().oneLine()));
  }
}
