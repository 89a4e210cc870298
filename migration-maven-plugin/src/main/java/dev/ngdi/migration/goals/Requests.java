package dev.ngdi.migration.goals;

import dev.ngdi.migration.engine.DeployRequest;
import dev.ngdi.migration.engine.DownRequest;
import dev.ngdi.migration.engine.ResolveRequest;
import dev.ngdi.migration.model.MigrationName;
import dev.ngdi.migration.settings.GoalException;
import dev.ngdi.migration.settings.Settings;
import java.util.Optional;

/** Makes the engine's requests from what the user says. */
final class Requests {
  private Requests() {}

  /** A deploy, its environment still open. */
  static DeployRequest deploy(
      Settings settings, String outOfOrder, String allowMissing, String baseline)
      throws GoalException {
    Optional<String> version = settings.text("db.baseline", baseline);
    if (version.isPresent() && !MigrationName.isVersion(version.get())) {
      throw new GoalException(
          "`db.baseline` is `%s`; write a version, 14 digits such as `20261101000000`"
              .formatted(version.get()));
    }
    Optional<String> because = settings.text("db.allowMissing", allowMissing);
    if (because.isPresent() && because.get().matches("true|false")) {
      throw new GoalException(
          "`db.allowMissing` is `%s`; write why migrations may be missing, for the report shows it"
              .formatted(because.get()));
    }
    return new DeployRequest(
        Optional.empty(), settings.flag("db.outOfOrder", outOfOrder), because, version);
  }

  /** The same for an environment, where there is one. */
  static DeployRequest in(DeployRequest request, Optional<String> environment) {
    return environment.map(request::in).orElse(request);
  }

  /** How far to take back: the newest one unless the user says otherwise. */
  static DownRequest down(Settings settings, String steps, String to) throws GoalException {
    Optional<Integer> count = settings.number("db.steps", steps, 1);
    Optional<String> id = settings.text("db.to", to);
    if (count.isPresent() && id.isPresent()) {
      throw new GoalException(
          "`db.steps` and `db.to` both say how far to go back; leave one of them out");
    }
    return id.<DownRequest>map(DownRequest.To::new)
        .orElseGet(() -> new DownRequest.Steps(count.orElse(1)));
  }

  /** What somebody says of an attempt that did not come to its end. */
  static ResolveRequest resolve(Settings settings, String id, String as, String confirm)
      throws GoalException {
    Optional<String> meant = settings.text("db.id", id);
    Optional<String> word = settings.text("db.as", as);
    Optional<ResolveRequest.As> is = word.flatMap(ResolveRequest.As::of);
    if (meant.isEmpty() || is.isEmpty()) {
      throw new GoalException(
          "say which migration with `-Ddb.id`, and what is true of it with `-Ddb.as=applied`,"
              + " `-Ddb.as=not-applied` or `-Ddb.as=retry`"
              + word.filter(w -> is.isEmpty()).map(w -> ", not `" + w + "`").orElse(""));
    }
    return new ResolveRequest(meant.get(), is.get(), settings.flag("db.confirm", confirm));
  }
}
