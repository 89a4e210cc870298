package dev.ngdi.migration.goals;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import dev.ngdi.migration.settings.ChosenDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;

/**
 * Leaves what a goal did for machines, in {@code target/db/<goal>.json}; described in {@code
 * docs/goals/README.md}.
 *
 * @param directory where to
 * @param log told if it cannot be written
 */
record JsonFile(Path directory, Log log) {
  private static final int FORMAT = 1;
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /**
   * Writes it. That it cannot be written is a warning: what was applied stays applied.
   *
   * @param goal the goal without its prefix
   * @param outcome how it ended, in a word
   * @param detail what else the goal has to say, empty for nothing
   */
  void write(String goal, Optional<ChosenDatabase> database, String outcome, JsonObject detail) {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("goal", goal);
    json.addProperty("outcome", outcome);
    database.ifPresent(d -> json.add("database", database(d)));
    detail.entrySet().forEach(entry -> json.add(entry.getKey(), entry.getValue()));
    Path file = directory.resolve(goal + ".json");
    try {
      Files.createDirectories(directory);
      Files.writeString(file, GSON.toJson(json) + "\n");
    } catch (IOException e) {
      log.warn("`%s` cannot be written: %s".formatted(file, e.getMessage()));
    }
  }

  private static JsonObject database(ChosenDatabase database) {
    JsonObject json = new JsonObject();
    json.addProperty("url", database.location());
    database.schema().ifPresent(schema -> json.addProperty("schema", schema));
    json.addProperty("user", database.user());
    json.addProperty("source", database.source());
    json.addProperty("embedded", database.embedded());
    return json;
  }
}
