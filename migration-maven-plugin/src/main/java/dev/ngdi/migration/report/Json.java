package dev.ngdi.migration.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.ngdi.migration.engine.Failure;
import dev.ngdi.migration.engine.Plan;
import dev.ngdi.migration.engine.Refusal;
import dev.ngdi.migration.engine.Step;
import dev.ngdi.migration.engine.TableSize;
import dev.ngdi.migration.model.RelationEffect;
import dev.ngdi.migration.model.Sql;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The values of the engine as JSON. */
final class Json {
  private Json() {}

  static <T> JsonArray array(List<T> values, Function<T, ? extends JsonElement> write) {
    JsonArray array = new JsonArray();
    values.forEach(value -> array.add(write.apply(value)));
    return array;
  }

  static JsonObject refusal(Refusal refusal) {
    JsonObject json = new JsonObject();
    json.addProperty("code", refusal.code());
    refusal.id().ifPresent(id -> json.addProperty("id", id));
    json.addProperty("message", refusal.message());
    json.addProperty("whatToDo", refusal.whatToDo());
    return json;
  }

  static JsonObject failure(Failure failure) {
    JsonObject json = new JsonObject();
    json.addProperty("id", failure.id());
    failure.place().ifPresent(place -> json.addProperty("place", place));
    failure.line().ifPresent(line -> json.addProperty("line", line));
    failure.statement().ifPresent(s -> json.addProperty("statement", s.summary()));
    failure.sqlState().ifPresent(state -> json.addProperty("sqlState", state));
    json.addProperty("message", failure.message());
    if (!failure.detail().isEmpty()) {
      json.addProperty("detail", failure.detail());
    }
    json.addProperty("effect", word(failure.effect()));
    return json;
  }

  /** A step, with what it is, what it locks and how big that is. */
  static JsonObject step(Step step, Plan plan) {
    JsonObject json = new JsonObject();
    json.addProperty("id", step.id());
    json.addProperty("direction", word(step.direction()));
    json.addProperty("transactional", step.transactional());
    step.declared()
        .ifPresent(
            m -> {
              json.addProperty("type", word(m.type()));
              json.addProperty("reversibility", Steps.reversibility(m));
              json.addProperty("sha256", m.sha256());
            });
    step.script().ifPresent(sql -> json.add("locks", locks(sql, plan.sizes())));
    return json;
  }

  private static JsonArray locks(Sql sql, Map<String, Optional<TableSize>> sizes) {
    JsonArray locks = new JsonArray();
    for (var span : sql.statements()) {
      for (RelationEffect relation : span.effect().relations()) {
        JsonObject json = new JsonObject();
        json.addProperty("line", span.line());
        json.addProperty("relation", relation.relation());
        json.addProperty("lock", relation.lock());
        json.addProperty("blocks", relation.blocks());
        json.addProperty("rewritten", relation.rewritten());
        json.addProperty("scanned", relation.scanned());
        json.addProperty("indexesRebuilt", relation.indexesRebuilt());
        sizes
            .getOrDefault(relation.relation(), Optional.empty())
            .ifPresent(
                size -> {
                  json.addProperty("rows", size.rows());
                  json.addProperty("bytes", size.bytes());
                });
        locks.add(json);
      }
    }
    return locks;
  }

  /** What every report of a plan has. */
  static JsonObject plan(Plan plan) {
    JsonObject json = new JsonObject();
    json.addProperty("direction", word(plan.direction()));
    plan.baseline().ifPresent(version -> json.addProperty("baseline", version));
    json.add("refusals", array(plan.refusals(), Json::refusal));
    json.add("remarks", array(plan.remarks(), JsonPrimitive::new));
    return json;
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
