package dev.ngdi.migration.report;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.ngdi.migration.engine.Direction;
import dev.ngdi.migration.engine.Resolution;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found of an attempt that a person has to settle, and what settling it changes.
 *
 * @param resolution how it is settled
 */
public record ResolveReport(Resolution resolution) implements Report {
  private static final String COMMAND = "mvn db:resolve";

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (ending() == Ending.REFUSED) {
      lines.add("`%s` is refused, because".formatted(COMMAND));
      lines.addAll(Refusals.lines(resolution.refusals()));
      lines.add(
          "nothing was changed: see to what is listed, and type `%s` again".formatted(COMMAND));
      return lines;
    }
    lines.add(resolution.found());
    String as = resolution.request().as().word();
    lines.add(
        resolution.recorded()
            ? "it is settled as %s:".formatted(as)
            : "to settle it as %s would mean:".formatted(as));
    resolution.changes().forEach(change -> lines.add("  " + change));
    lines.add(
        resolution.recorded()
            ? "this is recorded: type `%s` to go on".formatted(next())
            : "nothing was changed: type it again with `-Ddb.confirm=true` to record this");
    return lines;
  }

  private String next() {
    return switch (resolution.request().as()) {
      case RETRY -> resolution.direction() == Direction.UP ? "mvn db:deploy" : "mvn db:down";
      case APPLIED, NOT_APPLIED -> "mvn db:status";
    };
  }

  @Override
  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("id", resolution.request().id());
    json.addProperty("as", resolution.request().as().word());
    json.addProperty("recorded", resolution.recorded());
    json.addProperty("found", resolution.found());
    json.add("changes", Json.array(resolution.changes(), JsonPrimitive::new));
    json.add("refusals", Json.array(resolution.refusals(), Json::refusal));
    return json;
  }

  @Override
  public Ending ending() {
    return resolution.refusals().isEmpty() ? Ending.SUCCEEDED : Ending.REFUSED;
  }
}
