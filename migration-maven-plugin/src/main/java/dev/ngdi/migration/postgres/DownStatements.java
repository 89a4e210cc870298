package dev.ngdi.migration.postgres;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.ngdi.migration.model.StatementSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal's column {@code down_statements}: where the statements of a down script stand, in the
 * manifest's own form, so that taking back does not depend on a parser.
 */
final class DownStatements {
  private DownStatements() {}

  static String write(List<StatementSpan> statements) {
    JsonArray array = new JsonArray();
    for (StatementSpan span : statements) {
      JsonObject one = new JsonObject();
      one.addProperty("line", span.line());
      one.addProperty("start", span.start());
      one.addProperty("end", span.end());
      one.addProperty("summary", span.summary());
      array.add(one);
    }
    return array.toString();
  }

  static List<StatementSpan> read(String json) {
    List<StatementSpan> statements = new ArrayList<>();
    for (JsonElement element : JsonParser.parseString(json).getAsJsonArray()) {
      JsonObject one = element.getAsJsonObject();
      statements.add(
          new StatementSpan(
              one.get("start").getAsInt(),
              one.get("end").getAsInt(),
              one.get("line").getAsInt(),
              one.get("summary").getAsString()));
    }
    return statements;
  }
}
