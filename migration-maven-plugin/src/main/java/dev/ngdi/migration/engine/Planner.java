package dev.ngdi.migration.engine;

import static java.util.stream.Collectors.toMap;

import dev.ngdi.migration.engine.AppliedMigration.Result;
import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Digest;
import dev.ngdi.migration.model.Manifest;
import dev.ngdi.migration.model.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
   * @param environment the environment whose seeds count; if empty, it is undecided which do, and
   *     none is {@link MigrationState#EXCLUDED}
   */
  public static List<MigrationStatus> status(
      Manifest manifest, List<AppliedMigration> applied, Optional<String> environment) {
    Optional<Version> baseline =
        applied.stream()
            .filter(a -> a.result() == Result.BASELINE)
            .map(a -> Version.of(a.version()))
            .max(Comparator.naturalOrder());
    Map<Version, AppliedMigration> unmatched =
        applied.stream()
            .filter(a -> a.result() != Result.LOST || !isCovered(a.version(), baseline))
            .collect(toMap(a -> Version.of(a.version()), a -> a, (older, a) -> a));
    Optional<Version> newest = unmatched.keySet().stream().max(Comparator.naturalOrder());

    List<MigrationStatus> all = new ArrayList<>();
    for (DeclaredMigration m : manifest.migrations()) {
      Version version = Version.of(m.version());
      Optional<AppliedMigration> row = Optional.ofNullable(unmatched.remove(version));
      MigrationState state;
      if (row.isPresent()) {
        state = state(m, row.get());
      } else if (isCovered(m.version(), baseline)) {
        state = MigrationState.BASELINE;
      } else if (environment.isPresent() && !m.isFor(environment)) {
        state = MigrationState.EXCLUDED;
      } else if (newest.filter(n -> n.compareTo(version) > 0).isPresent()) {
        state = MigrationState.LATE;
      } else {
        state = MigrationState.PENDING;
      }
      all.add(new MigrationStatus(m.id(), m.version(), state, Optional.of(m), row));
    }
    for (AppliedMigration a : unmatched.values()) {
      all.add(
          new MigrationStatus(
              a.id(),
              a.version(),
              state(a, MigrationState.MISSING),
              Optional.empty(),
              Optional.of(a)));
    }
    all.sort(Comparator.comparing(s -> Version.of(s.version())));
    return List.copyOf(all);
  }

  private static boolean isCovered(String version, Optional<Version> baseline) {
    return baseline.filter(b -> b.compareTo(Version.of(version)) >= 0).isPresent();
  }

  private static MigrationState state(DeclaredMigration m, AppliedMigration a) {
    if (isRenamed(m, a)) {
      return state(a, MigrationState.CHANGED);
    }
    if (isSameDigest(m, a)) {
      return state(a, MigrationState.APPLIED);
    }
    return state(a, hasSameTokens(m, a) ? MigrationState.REFORMATTED : MigrationState.CHANGED);
  }

  /** Flyway does not accept another name either; of a row of another sort it need not be ours. */
  static boolean isRenamed(DeclaredMigration m, AppliedMigration a) {
    return a.checksum().isPresent() && !a.description().equals(m.description());
  }

  private static boolean isSameDigest(DeclaredMigration m, AppliedMigration a) {
    return a.sha256().isPresent()
        ? a.sha256().get().equals(m.sha256())
        : a.checksum().map(c -> c == Digest.checksum(m.sha256())).orElse(true);
  }

  private static boolean hasSameTokens(DeclaredMigration m, AppliedMigration a) {
    return a.tokensSha256().isPresent() && a.tokensSha256().equals(m.up().map(Sql::tokensSha256));
  }

  private static MigrationState state(AppliedMigration a, MigrationState ofSuccess) {
    return switch (a.result()) {
      case SUCCESS -> ofSuccess;
      case FAILED -> MigrationState.FAILED;
      case UNFINISHED -> MigrationState.UNKNOWN;
      case LOST -> MigrationState.LOST;
      case BASELINE -> MigrationState.BASELINE;
    };
  }

  /** The attempts that did not come to their end, of which evidence is wanted. */
  public static List<Unsettled> unsettled(Manifest manifest, List<AppliedMigration> applied) {
    return status(manifest, applied, Optional.empty()).stream()
        .flatMap(status -> Unsettled.of(status).stream())
        .toList();
  }

  /**
   * What a deploy does: everything pending, oldest first.
   *
   * @param evidence what is known of attempts that did not come to their end, by their numbers
   */
  public static Plan deploy(
      Manifest manifest,
      List<AppliedMigration> applied,
      Map<Long, Evidence> evidence,
      DeployRequest request) {
    return DeployPlanner.plan(manifest, applied, evidence, request);
  }

  /**
   * What a down does: the newest versions, newest first. By version and not by date, because each
   * way back was proven against the schema that the versions before it make.
   *
   * @param evidence what is known of attempts that did not come to their end, by their numbers
   */
  public static Plan down(
      Manifest manifest,
      List<AppliedMigration> applied,
      Map<Long, Evidence> evidence,
      DownRequest request) {
    return DownPlanner.plan(status(manifest, applied, Optional.empty()), evidence, request);
  }
}
