package dev.ngdi.migration.report;

import com.google.gson.JsonObject;
import java.util.List;

/**
 * A migration class that was made.
 *
 * @param id the new migration's id
 * @param file its source file
 */
public record SkeletonReport(String id, String file) implements Report {

  @Override
  public List<String> lines() {
    return List.of(
        "made " + file,
        "    it compiles once it has a Javadoc sentence, `up` and `down`",
        "`%s` is made and nothing is applied: fill it in, and type `mvn db:migrate` to apply it to"
                .formatted(id)
            + " the dev database");
  }

  @Override
  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("file", file);
    return json;
  }

  @Override
  public Ending ending() {
    return Ending.SUCCEEDED;
  }
}
