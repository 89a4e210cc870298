package dev.ngdi.migration.rules;

import dev.ngdi.migration.schema.locks.LockMode;
import dev.ngdi.migration.schema.locks.RelationLock;
import dev.ngdi.migration.sql.Definition;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.util.List;
import java.util.Optional;

/** Refuses long work in a transaction that keeps everybody from a table. */
final class StatementAfterAccessExclusive implements Rule {
  @Override
  public String summary() {
    return "long work in a transaction that has locked a table against reads and writes";
  }

  @Override
  public List<Finding> check(Subject subject) {
    if (!HeldLocks.untilTheEnd(subject)) {
      return List.of();
    }
    Optional<Change> holder = Optional.empty();
    for (Change change : subject.timeline().up()) {
      Optional<String> work = holder.isPresent() ? work(change) : Optional.empty();
      if (work.isPresent() && !isReported(subject, change)) {
        return List.of(finding(subject, holder.orElseThrow(), change, work.get()));
      }
      if (holder.isEmpty() && !HeldLocks.of(change, LockMode.ACCESS_EXCLUSIVE).isEmpty()) {
        holder = Optional.of(change);
      }
    }
    return List.of();
  }

  /** What a statement does that takes long, if it does; changed rows are for the rules on data. */
  private static Optional<String> work(Change change) {
    if (change.statement() instanceof Statement.ChangeRows) {
      return Optional.empty();
    }
    return change.locks().relations().stream()
        .filter(lock -> lock.works() && (lock.certain() || validates(change.statement())))
        .findFirst()
        .map(lock -> work(lock) + " `" + lock.name() + "`")
        .or(() -> filling(change));
  }

  private static boolean validates(Statement statement) {
    return statement instanceof Statement.AlterTable alter
        && alter.actions().stream().anyMatch(TableAction.ValidateConstraint.class::isInstance);
  }

  private static String work(RelationLock lock) {
    if (lock.rewrite()) {
      return "writes all rows of";
    }
    return lock.indexRebuild() ? "builds indexes of" : "reads all rows of";
  }

  /** A query whose rows are kept. */
  private static Optional<String> filling(Change change) {
    boolean fills =
        (change.statement() instanceof Statement.CreateTable create
                && create.clauses().query().isPresent()
                && create.clauses().withData())
            || (change.statement() instanceof Statement.CreateObject made
                && made.kind().equals("MATERIALIZED VIEW")
                && made.definition() instanceof Definition.View view
                && view.withData());
    return fills
        ? HeldLocks.of(change, LockMode.ACCESS_SHARE).stream()
            .findFirst()
            .map(lock -> "copies from `" + lock.name() + "`")
        : Optional.empty();
  }

  /** Whether a rule on such statements reports it, which then says more. */
  private static boolean isReported(Subject subject, Change change) {
    return Rules.onStatements()
        .filter(rule -> rule.severity() != Severity.OFF)
        .flatMap(rule -> rule.check(subject).stream())
        .filter(finding -> finding.part() == Part.UP)
        .flatMap(finding -> finding.excerpt().stream())
        .anyMatch(excerpt -> excerpt.at().equals(change.statement().source().at()));
  }

  private static Finding finding(Subject subject, Change holder, Change change, String work) {
    String locked = HeldLocks.of(holder, LockMode.ACCESS_EXCLUSIVE).get(0).name();
    String problem =
        "nobody can read or write `%s` while `%s` %s: the lock that `%s` took is kept until the migration ends"
            .formatted(
                locked,
                Statements.summary(change.statement()),
                work,
                Statements.summary(holder.statement()));
    return Finding.at(
        Part.UP,
        change.statement(),
        problem,
        Apart.migration(Sequel.of(subject), List.of(change)).text());
  }
}
