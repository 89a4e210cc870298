package dev.ngdi.migration.engine;

import dev.ngdi.migration.model.Manifest;
import java.util.List;
import java.util.Optional;

/**
 * Compares what is declared with what is applied. Pure: the same values give the same plan, and
 * whatever stands in the way is in the plan, all of it.
 */
public final class Planner {
  private Planner() {}

  /**
   * The state of every migration, declared or applied, ordered by version.
   *
   * @param environment the environment whose seeds count; if empty, no environment's
   */
  public static List<MigrationStatus> status(
      Manifest manifest, List<AppliedMigration> applied, Optional<String> environment) {
    return List.of();
  }

  /** What a deploy does: everything pending, oldest first. */
  public static Plan deploy(
      Manifest manifest, List<AppliedMigration> applied, DeployRequest request) {
    return new Plan(Direction.UP, request.baseline(), List.of(), List.of(), List.of());
  }

  /** What a down does: the newest versions, newest first. */
  public static Plan down(Manifest manifest, List<AppliedMigration> applied, DownRequest request) {
    return new Plan(Direction.DOWN, Optional.empty(), List.of(), List.of(), List.of());
  }
}
