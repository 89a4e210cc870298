package dev.ngdi.migration.report;

import com.google.gson.JsonObject;
import dev.ngdi.migration.engine.MigrationState;
import dev.ngdi.migration.engine.MigrationStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Every migration and its state.
 *
 * @param migrations the states in the order of the versions
 * @param command what applies migrations to this database: {@code mvn db:deploy} or another
 */
public record StatusReport(List<MigrationStatus> migrations, String command) implements Report {
  private static final Set<MigrationState> IN_ORDER =
      EnumSet.of(
          MigrationState.PENDING,
          MigrationState.APPLIED,
          MigrationState.EXCLUDED,
          MigrationState.BASELINE);
  private static final Set<MigrationState> WITH_HISTORY =
      EnumSet.of(
          MigrationState.APPLIED,
          MigrationState.REFORMATTED,
          MigrationState.CHANGED,
          MigrationState.FAILED,
          MigrationState.UNKNOWN,
          MigrationState.LOST,
          MigrationState.MISSING);

  public StatusReport {
    migrations = List.copyOf(migrations);
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>(Text.table(migrations.stream().map(this::row).toList()));
    List<String> notes =
        migrations.stream()
            .filter(m -> !IN_ORDER.contains(m.state()))
            .map(m -> "`%s` %s".formatted(m.id(), m.state().sentence()))
            .toList();
    if (!notes.isEmpty()) {
      lines.add("");
      lines.addAll(notes);
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(closing(notes.size() - count(MigrationState.REFORMATTED)));
    return lines;
  }

  private List<String> row(MigrationStatus status) {
    List<String> cells = new ArrayList<>(List.of(status.id(), Json.word(status.state())));
    if (WITH_HISTORY.contains(status.state()) && status.applied().isPresent()) {
      var applied = status.applied().get();
      cells.addAll(
          List.of(Text.time(applied.at()), applied.by(), Text.duration(applied.milliseconds())));
    } else {
      cells.addAll(List.of("", "", ""));
    }
    return cells;
  }

  private String closing(int disturbed) {
    int pending = count(MigrationState.PENDING);
    if (disturbed > 0) {
      return "%s %s not in order: type `mvn db:plan`, which says what to do about each"
          .formatted(Text.migrations(disturbed), Text.are(disturbed));
    }
    if (pending > 0) {
      return "%s %s pending: type `%s` to apply %s"
          .formatted(
              Text.migrations(pending), Text.are(pending), command, pending == 1 ? "it" : "them");
    }
    if (migrations.isEmpty()) {
      return "there are no migrations: type `mvn db:migrate -Ddb.name=create_<entity>_table` to"
          + " make the first";
    }
    return "the database is up to date: there is nothing to do";
  }

  private int count(MigrationState state) {
    return (int) migrations.stream().filter(m -> m.state() == state).count();
  }

  @Override
  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("pending", count(MigrationState.PENDING));
    json.add("migrations", Json.array(migrations, StatusReport::json));
    return json;
  }

  private static JsonObject json(MigrationStatus status) {
    JsonObject json = new JsonObject();
    json.addProperty("id", status.id());
    json.addProperty("state", Json.word(status.state()));
    status
        .applied()
        .filter(a -> WITH_HISTORY.contains(status.state()))
        .ifPresent(
            applied -> {
              json.addProperty("at", applied.at().toString());
              json.addProperty("by", applied.by());
              json.addProperty("milliseconds", applied.milliseconds());
              applied.commit().ifPresent(commit -> json.addProperty("commit", commit));
            });
    return json;
  }

  @Override
  public Ending ending() {
    return Ending.SUCCEEDED;
  }
}
