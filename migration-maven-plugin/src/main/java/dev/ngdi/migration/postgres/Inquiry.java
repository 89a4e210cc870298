package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Evidence;
import dev.ngdi.migration.engine.Unsettled;
import dev.ngdi.migration.sql.ObjectAction;
import dev.ngdi.migration.sql.QualifiedName;
import dev.ngdi.migration.sql.Script;
import dev.ngdi.migration.sql.Statement;
import dev.ngdi.migration.sql.TableAction;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks in the catalogue for what became of the last statement of an attempt outside a transaction.
 * Who holds the deploy lock knows that nobody works on it any more, since its session held that
 * lock to its end.
 */
final class Inquiry {
  private final Session session;
  private final DeployLock lock;

  Inquiry(Session session, DeployLock lock) {
    this.session = session;
    this.lock = lock;
  }

  /** The evidence of each attempt, by the attempts' numbers. */
  Map<Long, Evidence> evidence(List<Unsettled> unsettled) throws SQLException {
    Map<Long, Evidence> found = new HashMap<>();
    for (Unsettled attempt : unsettled) {
      found.put(attempt.attempt(), evidence(attempt));
    }
    return found;
  }

  private Evidence evidence(Unsettled attempt) throws SQLException {
    if (!attempt.failed() && lock.isHeldByAnother()) {
      return Evidence.open("another deployer holds the lock, and may still work on it");
    }
    if (attempt.span().isEmpty()) {
      return Evidence.done("all its statements have come to their end, and only the rest is left");
    }
    String sql = attempt.script().textOf(attempt.span().get());
    List<Statement> statements = Script.parse(sql).statements();
    Optional<Evidence> seen =
        statements.size() == 1 ? of(statements.get(0), sql) : Optional.empty();
    return seen.orElseGet(
        () ->
            attempt.failed()
                ? Evidence.again(
                    "PostgreSQL refused its last statement, of which nothing is there: it is run"
                        + " again",
                    List.of())
                : Evidence.open("whether its last statement took effect cannot be seen"));
  }

  /** What the catalogue shows of statements that leave something to be seen, or can be repeated. */
  private Optional<Evidence> of(Statement statement, String sql) throws SQLException {
    IndexInquiry indexes = new IndexInquiry(session);
    if (statement instanceof Statement.CreateIndex index) {
      return Optional.of(indexes.created(index, sql));
    } else if (statement instanceof Statement.DropIndex drop) {
      return Optional.of(indexes.dropped(drop));
    } else if (statement instanceof Statement.Maintenance maintenance) {
      return Optional.of(
          maintenance.command().equals("REINDEX")
              ? indexes.reindexed()
              : Evidence.again("its last statement can be run again", List.of()));
    } else if (statement instanceof Statement.SetParameter) {
      return Optional.of(Evidence.again("its last statement can be run again", List.of()));
    } else if (statement instanceof Statement.AlterObject alter
        && alter.actions().size() == 1
        && alter.actions().get(0) instanceof ObjectAction.AddValue add) {
      return Optional.of(valueAdded(alter.name(), add.value()));
    } else if (statement instanceof Statement.AlterTable alter
        && alter.actions().size() == 1
        && alter.actions().get(0) instanceof TableAction.DetachPartition detach) {
      return Optional.of(detached(alter.table(), detach.partition()));
    }
    return Optional.empty();
  }

  private Evidence valueAdded(QualifiedName type, String value) throws SQLException {
    boolean there =
        session.exists(
            "SELECT FROM pg_catalog.pg_enum WHERE enumtypid = to_regtype(?) AND enumlabel = ?",
            type.sql(),
            value);
    return there
        ? Evidence.done("the value `%s` of `%s` is there".formatted(value, type))
        : Evidence.again(
            "the value `%s` of `%s` is not there: it is added".formatted(value, type), List.of());
  }

  private Evidence detached(QualifiedName table, QualifiedName partition) throws SQLException {
    String child =
        "SELECT FROM pg_catalog.pg_inherits WHERE inhrelid = to_regclass(?) AND inhparent ="
            + " to_regclass(?)";
    if (session.exists(child + " AND inhdetachpending", partition.sql(), table.sql())) {
      return Evidence.done(
          "the partition `%s` is half detached: that is finished".formatted(partition),
          "ALTER TABLE %s DETACH PARTITION %s FINALIZE".formatted(table.sql(), partition.sql()));
    }
    return session.exists(child, partition.sql(), table.sql())
        ? Evidence.again(
            "the partition `%s` is attached: it is detached again".formatted(partition), List.of())
        : Evidence.done("the partition `%s` is detached".formatted(partition));
  }
}
