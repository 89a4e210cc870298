package dev.ngdi.migration.engine;

import static java.util.stream.Collectors.joining;

import dev.ngdi.migration.model.DeclaredMigration;
import dev.ngdi.migration.model.Digest;
import dev.ngdi.migration.model.Sql;
import dev.ngdi.migration.model.StatementSpan;
import java.util.List;
import java.util.Optional;

/** The planner's refusals; nothing else words them. */
final class Refusals {
  private static final int SHOWN = 12;

  private Refusals() {}

  static Refusal late(String id, String newest) {
    return Refusal.of(
        "migration-late",
        id,
        "`" + id + "` is older than `" + newest + "`, which is applied, and was never applied",
        "give it a newer version, or apply it all the same with `-Ddb.outOfOrder`");
  }

  static Refusal changed(MigrationStatus status) {
    DeclaredMigration m = status.declared().orElseThrow();
    AppliedMigration a = status.applied().orElseThrow();
    if (Planner.isRenamed(m, a)) {
      return Refusal.of(
          "migration-changed",
          m.id(),
          "`"
              + m.id()
              + "` was renamed after it was applied: the database has it as `"
              + a.id()
              + "`",
          "give it its old name again");
    }
    String digests =
        a.sha256().isPresent()
            ? "its SHA-256 begins "
                + m.sha256().substring(0, SHOWN)
                + " here and "
                + a.sha256().get().substring(0, SHOWN)
                + " in the database"
            : "its checksum is "
                + Digest.checksum(m.sha256())
                + " here and "
                + a.checksum().orElse(0)
                + " in the database";
    return Refusal.of(
        "migration-changed",
        m.id(),
        "`" + m.id() + "` was edited after it was applied: " + digests,
        "write it again as it was applied, and make the change in a new migration");
  }

  static Refusal missing(String id) {
    return Refusal.of(
        "migration-missing",
        id,
        "`" + id + "` is applied, and the manifest does not have it",
        "bring its class back, or allow it with `-Ddb.allowMissing=<why>`");
  }

  static Refusal ahead(String id) {
    return Refusal.of(
        "database-ahead",
        id,
        "the database is ahead: `"
            + id
            + "` is applied, and is newer than everything in the manifest",
        "deploy the release that has it, take it back with `mvn db:down`, or allow it with"
            + " `-Ddb.allowMissing=<why>`");
  }

  static Refusal environmentMissing(List<DeclaredMigration> seeds) {
    String ids = seeds.stream().map(m -> "`" + m.id() + "`").collect(joining(", "));
    String environments =
        seeds.stream()
            .flatMap(m -> m.environments().stream())
            .distinct()
            .sorted()
            .map(e -> "`" + e + "`")
            .collect(joining(", "));
    return Refusal.of(
        "environment-missing",
        "seeds of some environments only are pending, and no environment is given: " + ids,
        "say which one this database is with `-Ddb.environment`; the seeds name " + environments);
  }

  static Refusal baselineTooLate(String version) {
    return Refusal.of(
        "baseline-too-late",
        "the database has a history already, so it cannot begin with version `" + version + "`",
        "leave `db.baseline` out");
  }

  /**
   * For a migration that failed, or never finished, outside a transaction, or has lost its row.
   *
   * @param found what is known of its last statement
   */
  static Refusal unsettled(MigrationStatus status, Optional<Evidence> found) {
    AppliedMigration a = status.applied().orElseThrow();
    if (status.isLost()) {
      return lost(status.id(), a);
    }
    boolean up = a.direction() == Direction.UP;
    boolean failed = status.state() == MigrationState.FAILED;
    String done = up ? "applied" : "taken back";
    String begun = a.statement().map(n -> begun(status, n)).orElse("");
    String message =
        failed
            ? "`" + status.id() + "` failed while it was " + done + " outside a transaction" + begun
            : "`"
                + status.id()
                + "` was being "
                + done
                + " by "
                + a.by()
                + " at "
                + a.at()
                + " outside a transaction, and its end was never recorded"
                + begun;
    return Refusal.of(
        failed ? "migration-failed" : "migration-unknown",
        status.id(),
        message + found.map(e -> ": " + e.sentence()).orElse(""),
        found.filter(e -> e.kind() != Evidence.Kind.OPEN).isPresent()
            ? "go on with `mvn db:" + (up ? "deploy" : "down") + "` first, which is safe"
            : resolving(status, up));
  }

  private static Refusal lost(String id, AppliedMigration a) {
    return Refusal.of(
        "migration-lost",
        id,
        "`%s` was applied by %s at %s, as the journal has it, and its row in the history is gone"
            .formatted(id, a.by(), a.at()),
        "look what is there of it, and " + settlingLost(id));
  }

  private static String settlingLost(String id) {
    String command = "`mvn db:resolve -Ddb.id=" + id + " -Ddb.as=";
    return "type "
        + command
        + "applied` to put the row back, or "
        + command
        + "not-applied` if it does not count any more";
  }

  /** For one that is to be tried again, and came to its end. */
  static Refusal lostIsDone(String id) {
    return Refusal.of(
        "nothing-to-retry",
        id,
        "`" + id + "` came to its end, so none of its statements is left to be run again",
        settlingLost(id));
  }

  /** For something that is settled, or was never begun. */
  static Refusal nothingToResolve(String id, List<MigrationStatus> unsettled) {
    return Refusal.of(
        "nothing-to-resolve",
        "`" + id + "` has nothing to resolve",
        unsettled.isEmpty()
            ? "there is nothing to resolve: type `mvn db:status` to see where the database stands"
            : "name one that has: "
                + unsettled.stream().map(s -> "`" + s.id() + "`").collect(joining(", ")));
  }

  static Refusal notDeclared(String id) {
    return Refusal.of(
        "migration-missing",
        id,
        "`" + id + "` is not in this manifest, which has to tell what it is",
        "run this from the release that has it");
  }

  static Refusal retriedAnyway(String id, Direction direction) {
    String goal = direction == Direction.UP ? "deploy" : "down";
    return Refusal.of(
        "retried-anyway",
        id,
        "`" + id + "` has failed, which is recorded, and is tried again anyway",
        "type `mvn db:" + goal + "`");
  }

  private static String resolving(MigrationStatus status, boolean up) {
    String command = "`mvn db:resolve -Ddb.id=" + status.id() + " -Ddb.as=";
    return "look what is there of it, and type "
        + command
        + "applied` if all of it is "
        + (up ? "done" : "taken back")
        + ", "
        + command
        + "not-applied` if nothing is, or "
        + command
        + "retry` to run its last statement again";
  }

  private static String begun(MigrationStatus status, int number) {
    boolean up = status.applied().orElseThrow().direction() == Direction.UP;
    Optional<Sql> sql = status.declared().flatMap(m -> up ? m.up() : m.down());
    Optional<StatementSpan> span =
        sql.map(Sql::statements).filter(s -> number <= s.size()).map(s -> s.get(number - 1));
    if (sql.filter(s -> number > s.statements().size()).isPresent()) {
      return "; all its statements have come to their end";
    }
    return "; the last statement begun is number "
        + number
        + span.map(s -> ", `" + s.summary() + "` in line " + s.line()).orElse("");
  }

  static Refusal tooManySteps(int asked, int applied) {
    return Refusal.of(
        "steps-too-many",
        asked + " migrations are to be taken back, and " + applied + " can be: no more are applied",
        "ask for `-Ddb.steps=" + applied + "` at most");
  }

  static Refusal targetUnknown(String target, List<String> near) {
    return Refusal.of(
        "target-unknown",
        "`" + target + "` is neither declared nor applied",
        near.isEmpty()
            ? "nothing is applied, so there is nothing to take back"
            : "name one that is applied; near it are "
                + near.stream().map(n -> "`" + n + "`").collect(joining(", ")));
  }

  static Refusal targetNotApplied(MigrationStatus target) {
    return Refusal.of(
        "target-not-applied",
        target.id(),
        "`" + target.id() + "` is not applied, so nothing can be taken back to it",
        "name one that `mvn db:status` shows as applied");
  }

  /**
   * For a migration that is in the way.
   *
   * @param why what stops it
   * @param remedy what removes that, if anything does
   * @param reachable the oldest migration that can still be gone back to, if any can
   */
  static Refusal noWayBack(
      MigrationStatus status, String why, Optional<String> reachable, Optional<String> remedy) {
    return Refusal.of(
        status.state() == MigrationState.CHANGED ? "migration-changed" : "no-way-back",
        status.id(),
        "`" + status.id() + "` cannot be taken back: " + why,
        remedy
            .map(
                r ->
                    r
                        + reachable
                            .map(id -> ", or go no further than `-Ddb.to=" + id + "`")
                            .orElse(""))
            .or(
                () ->
                    reachable.map(
                        id -> "go no further than `-Ddb.to=" + id + "`, which keeps it applied"))
            .orElse("it is the newest; write a new migration that changes what is wrong"));
  }
}
