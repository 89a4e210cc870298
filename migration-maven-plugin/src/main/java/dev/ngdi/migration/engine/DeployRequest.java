package dev.ngdi.migration.engine;

import java.util.Optional;

/**
 * What a deploy is asked to do.
 *
 * @param environment the environment whose seeds are wanted; {@code db.environment}
 * @param outOfOrder whether late migrations are applied too; {@code db.outOfOrder}
 * @param allowMissing why applied migrations may be missing in the manifest; {@code
 *     db.allowMissing}
 * @param baseline the version, 14 digits, that a database with objects and without history already
 *     has; {@code db.baseline}
 */
public record DeployRequest(
    Optional<String> environment,
    boolean outOfOrder,
    Optional<String> allowMissing,
    Optional<String> baseline) {

  /** A deploy without any option. */
  public static final DeployRequest PLAIN =
      new DeployRequest(Optional.empty(), false, Optional.empty(), Optional.empty());

  /** The same for an environment. */
  public DeployRequest in(String name) {
    return new DeployRequest(Optional.of(name), outOfOrder, allowMissing, baseline);
  }

  /** The same with late migrations. */
  public DeployRequest withLate() {
    return new DeployRequest(environment, true, allowMissing, baseline);
  }

  /** The same with applied migrations that may be missing. */
  public DeployRequest allowingMissing(String because) {
    return new DeployRequest(environment, outOfOrder, Optional.of(because), baseline);
  }

  /** The same on a database that has everything up to a version. */
  public DeployRequest from(String version) {
    return new DeployRequest(environment, outOfOrder, allowMissing, Optional.of(version));
  }
}
