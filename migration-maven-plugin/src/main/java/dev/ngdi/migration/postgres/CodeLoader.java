package dev.ngdi.migration.postgres;

import dev.ngdi.migration.MigrationCode;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.engine.WayBack;
import dev.ngdi.migration.model.DeclaredMigration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the instances that a plan needs before its first statement, and keeps them. */
final class CodeLoader {
  private final MigrationCodes codes;
  private final Map<String, MigrationCode> loaded = new HashMap<>();

  CodeLoader(MigrationCodes codes) {
    this.codes = codes;
  }

  /** The migration whose code a step runs, if it runs code. */
  static Optional<DeclaredMigration> needed(Step step) {
    if (step instanceof Step.Apply apply) {
      return Optional.of(apply.migration()).filter(m -> m.up().isEmpty());
    }
    Step.Revert revert = (Step.Revert) step;
    return revert.wayBack() instanceof WayBack.Code ? revert.declared() : Optional.empty();
  }

  /** Makes the instance, or says why it cannot be made. */
  // Loading a class runs foreign code, and its failures are errors more often than exceptions.
  Optional<Refusal> load(DeclaredMigration migration) {
    try {
      loaded.put(migration.id(), codes.of(migration));
      return Optional.empty();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return Optional.of(
          Refusal.of(
              "code-not-loaded",
              migration.id(),
              "the class of `" + migration.id() + "` cannot be made: " + Errors.message(e),
              "compile it, with a constructor without parameters and for this Java version"));
    }
  }

  /** The instance that was made for a step, or another one if it is tried again. */
  MigrationCode take(Step step) throws StepFailedException {
    MigrationCode made = loaded.remove(step.id());
    if (made != null) {
      return made;
    }
    try {
      return codes.of(needed(step).orElseThrow());
    } catch (ReflectiveOperationException e) {
      throw StepFailedException.of(e);
    }
  }
}
