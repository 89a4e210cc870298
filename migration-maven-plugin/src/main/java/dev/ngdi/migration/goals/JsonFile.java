package dev.ngdi.migration.goals;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.ngdi.migration.postgres.Target;
import dev.ngdi.migration.settings.ChosenDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
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
   * @param server which server answered, if one did
   * @param outcome how it ended, in a word
   * @param detail what else the goal has to say, empty for nothing
   */
  void write(
      String goal,
      Optional<ChosenDatabase> database,
      Optional<Target> server,
      String outcome,
      JsonObject detail) {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    json.addProperty("goal", goal);
    json.addProperty("outcome", outcome);
    database.ifPresent(d -> json.add("database", database(d)));
    server.ifPresent(s -> json.add("server", server(s)));
    UnaryOperator<String> blot = text -> database.map(d -> d.withoutSecrets(text)).orElse(text);
    detail.entrySet().forEach(entry -> json.add(entry.getKey(), blotted(entry.getValue(), blot)));
    Path file = directory.resolve(goal + ".json");
    try {
      Files.createDirectories(directory);
      Files.writeString(file, GSON.toJson(json) + "\n");
    } catch (IOException e) {
      log.warn("`%s` cannot be written: %s".formatted(file, e.getMessage()));
    }
  }

  /** A server or a driver may have repeated a secret in what it said. */
  private static JsonElement blotted(JsonElement value, UnaryOperator<String> blot) {
    if (value.isJsonObject()) {
      JsonObject object = new JsonObject();
      value
          .getAsJsonObject()
          .entrySet()
          .forEach(entry -> object.add(entry.getKey(), blotted(entry.getValue(), blot)));
      return object;
    }
    if (value.isJsonArray()) {
      JsonArray array = new JsonArray();
      value.getAsJsonArray().forEach(element -> array.add(blotted(element, blot)));
      return array;
    }
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()
        ? new JsonPrimitive(blot.apply(value.getAsString()))
        : value;
  }

  private static JsonObject server(Target server) {
    JsonObject json = new JsonObject();
    json.addProperty("host", server.host());
    json.addProperty("port", server.port());
    json.addProperty("version", server.version());
    json.addProperty("identity", server.identity());
    return json;
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
