package dev.ngdi.migration.postgres;

import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Preflight;
import dev.ngdi.migration.engine.Refusal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks, before anything changes, for what would stop a plan half way and for what should be known
 * before it runs. How many queries that takes does not depend on how many migrations there are.
 */
final class Obstacles {
  private Obstacles() {}

  static Preflight of(Plan plan, Session session, CodeLoader codes) throws SQLException {
    List<Refusal> refusals = new ArrayList<>(SchemaState.refusals(plan, session));
    List<TouchedRelation> touched = TouchedRelation.of(plan, session);
    refusals.addAll(ObjectPrivileges.refusals(plan, touched, session));
    plan.steps().stream()
        .flatMap(step -> CodeLoader.needed(step).stream())
        .flatMap(m -> codes.load(m).stream())
        .forEach(refusals::add);
    return new Preflight(refusals, List.of());
  }
}
