package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Preflight;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.engine.TableSize;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks, before anything changes, for what would stop a plan half way and for what should be known
 * before it runs. How many queries that takes does not depend on how many migrations there are.
 */
final class Obstacles {
  private static final String NOT_ALLOWED = "42501";

  private final List<Refusal> refusals = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private Map<String, Optional<TableSize>> sizes = Map.of();

  private Obstacles() {}

  static Preflight of(Plan plan, Session session, CodeLoader codes) throws SQLException {
    Obstacles obstacles = new Obstacles();
    obstacles.look(plan, session);
    plan.steps().stream()
        .flatMap(step -> CodeLoader.needed(step).stream())
        .flatMap(m -> codes.load(m).stream())
        .forEach(obstacles.refusals::add);
    return new Preflight(obstacles.refusals, obstacles.remarks, obstacles.sizes);
  }

  private void look(Plan plan, Session session) throws SQLException {
    refusals.addAll(SchemaState.refusals(plan, session));
    List<TouchedRelation> touched = TouchedRelation.of(plan, session);
    ObjectPrivileges privileges = ObjectPrivileges.of(plan, touched, session);
    refusals.addAll(privileges.refusals());
    remarks.addAll(privileges.remarks());
    sizes = TableSizes.of(touched, session);
    ServerEncoding encoding = ServerEncoding.of(plan, session);
    refusals.addAll(encoding.refusals());
    remarks.addAll(encoding.remarks());
    if (plan.steps().isEmpty()) {
      return;
    }
    remark(() -> EventTriggers.remarks(session));
    remark(() -> InvalidIndexes.remarks(plan, touched, session));
    remark(() -> LongTransactions.remarks(plan, touched, session, LongTransactions.LONG));
    remark(() -> ReplicationSlots.remarks(session, ReplicationSlots.FAR));
  }

  /** A look at something that a plan meets. */
  @FunctionalInterface
  private interface Look {
    List<String> remarks() throws SQLException;
  }

  /** What the user may not look at is no reason to stop. */
  private void remark(Look look) throws SQLException {
    try {
      remarks.addAll(look.remarks());
    } catch (SQLException e) {
      if (!NOT_ALLOWED.equals(e.getSQLState())) {
        throw e;
      }
    }
  }
}
