package dev.ngdi.migration.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.ngdi.migration.model.DeclaredMigration.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The only reader and writer of {@code manifest.json}; its format is described in {@code
 * docs/manifest.md}. The same manifest gives the same bytes.
 */
public final class ManifestFile {
  /** The version of the format that this release writes, and the newest that it reads. */
  public static final int FORMAT = 1;

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** What an earlier release, which did not say, leaves open. */
  private static final Reversibility UNSTATED =
      new Reversibility(Reversibility.Kind.UNPROVEN, List.of("the manifest does not say"));

  private ManifestFile() {}

  /** The manifest as JSON, ended by a line feed. */
  public static String write(Manifest manifest) {
    JsonObject root = new JsonObject();
    root.addProperty("format", FORMAT);
    root.addProperty("postgres", manifest.postgres());
    root.addProperty("sha256", manifest.sha256());
    JsonArray migrations = new JsonArray();
    manifest.migrations().forEach(m -> migrations.add(write(m)));
    root.add("migrations", migrations);
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject write(DeclaredMigration m) {
    JsonObject json = new JsonObject();
    json.addProperty("id", m.id());
    json.addProperty("version", m.version());
    json.addProperty("name", m.name());
    json.addProperty("type", m.type().name().toLowerCase(Locale.ROOT));
    json.addProperty("class", m.className());
    json.addProperty("documentation", m.documentation());
    json.addProperty("sha256", m.sha256());
    json.addProperty("transactional", m.transactional());
    json.addProperty("reversible", m.reversible());
    json.add("reversibility", write(m.reversibility()));
    m.irreversible().ifPresent(reason -> json.addProperty("irreversible", reason));
    if (!m.environments().isEmpty()) {
      json.add("environments", strings(m.environments()));
    }
    if (!m.accepted().isEmpty()) {
      JsonArray accepted = new JsonArray();
      for (Acceptance acceptance : m.accepted()) {
        JsonObject one = new JsonObject();
        one.addProperty("rule", acceptance.rule());
        one.addProperty("because", acceptance.because());
        accepted.add(one);
      }
      json.add("accepted", accepted);
    }
    m.up().ifPresent(sql -> json.add("up", write(sql)));
    m.down().ifPresent(sql -> json.add("down", write(sql)));
    m.verify().ifPresent(sql -> json.addProperty("verify", sql));
    m.code().ifPresent(code -> json.add("code", write(code)));
    return json;
  }

  private static JsonObject write(Reversibility reversibility) {
    JsonObject json = new JsonObject();
    json.addProperty("class", reversibility.kind().name().toLowerCase(Locale.ROOT));
    if (!reversibility.notes().isEmpty()) {
      json.add("notes", strings(reversibility.notes()));
    }
    return json;
  }

  private static JsonArray strings(List<String> values) {
    JsonArray array = new JsonArray();
    values.forEach(array::add);
    return array;
  }

  private static JsonObject write(Code code) {
    JsonObject json = new JsonObject();
    json.addProperty("sha256", code.sha256());
    json.addProperty("catalogue", code.catalogue());
    json.addProperty("down", code.down());
    return json;
  }

  private static JsonObject write(Sql sql) {
    JsonObject json = new JsonObject();
    sql.file().ifPresent(file -> json.addProperty("file", file));
    json.addProperty("sha256", sql.sha256());
    json.addProperty("transactional", sql.transactional());
    json.addProperty("sql", sql.text());
    JsonArray statements = new JsonArray();
    for (StatementSpan span : sql.statements()) {
      JsonObject one = new JsonObject();
      one.addProperty("line", span.line());
      one.addProperty("start", span.start());
      one.addProperty("end", span.end());
      one.addProperty("summary", span.summary());
      if (!span.effect().relations().isEmpty()) {
        JsonArray locks = new JsonArray();
        span.effect().relations().forEach(relation -> locks.add(write(relation)));
        one.add("locks", locks);
      }
      if (!span.effect().unproven().isEmpty()) {
        one.add("unproven", strings(span.effect().unproven()));
      }
      statements.add(one);
    }
    json.add("statements", statements);
    return json;
  }

  private static JsonObject write(RelationEffect relation) {
    JsonObject json = new JsonObject();
    json.addProperty("relation", relation.relation());
    json.addProperty("lock", relation.lock());
    json.addProperty("blocks", relation.blocks());
    json.addProperty("rewritten", relation.rewritten());
    json.addProperty("scanned", relation.scanned());
    json.addProperty("indexesRebuilt", relation.indexesRebuilt());
    return json;
  }

  /**
   * Reads a manifest and checks every digest in it.
   *
   * @param text what {@link #write} wrote, by this release or an older one
   * @throws ManifestException if it is not that: cut off, edited, or of a newer format
   */
  public static Manifest read(String text) throws ManifestException {
    try {
      JsonObject root = JsonParser.parseString(text).getAsJsonObject();
      int format = root.get("format").getAsInt();
      if (format > FORMAT) {
        throw new ManifestException(
            "it has format " + format + ", and this release reads up to " + FORMAT);
      }
      List<DeclaredMigration> migrations = new ArrayList<>();
      for (JsonElement one : root.getAsJsonArray("migrations")) {
        migrations.add(readMigration(one.getAsJsonObject()));
      }
      Manifest manifest = new Manifest(root.get("postgres").getAsInt(), migrations);
      if (!manifest.sha256().equals(root.get("sha256").getAsString())) {
        throw new ManifestException("its migrations do not have the digest that it states");
      }
      return manifest;
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException
        | UnsupportedOperationException
        | ClassCastException e) {
      throw new ManifestException("it is cut off or was edited");
    }
  }

  private static DeclaredMigration readMigration(JsonObject json) throws ManifestException {
    String id = json.get("id").getAsString();
    if (!MigrationName.hasVersion(id)) {
      throw new ManifestException("`" + id + "` is no migration's id");
    }
    List<Acceptance> accepted = new ArrayList<>();
    for (JsonElement one : array(json, "accepted")) {
      JsonObject acceptance = one.getAsJsonObject();
      accepted.add(
          new Acceptance(
              acceptance.get("rule").getAsString(), acceptance.get("because").getAsString()));
    }
    DeclaredMigration migration =
        new DeclaredMigration(
            id,
            json.get("class").getAsString(),
            MigrationType.valueOf(json.get("type").getAsString().toUpperCase(Locale.ROOT)),
            json.get("documentation").getAsString(),
            readSql(id, json, "up"),
            readSql(id, json, "down"),
            optional(json, "verify", JsonElement::getAsString),
            optional(json, "code", e -> readCode(e.getAsJsonObject())),
            optional(json, "irreversible", JsonElement::getAsString),
            accepted,
            strings(json, "environments"),
            optional(json, "reversibility", e -> readReversibility(e.getAsJsonObject()))
                .orElse(UNSTATED));
    check("`" + id + "`", migration.sha256(), json);
    return migration;
  }

  private static Optional<Sql> readSql(String id, JsonObject parent, String name)
      throws ManifestException {
    if (!parent.has(name)) {
      return Optional.empty();
    }
    JsonObject json = parent.getAsJsonObject(name);
    List<StatementSpan> statements = new ArrayList<>();
    for (JsonElement one : json.getAsJsonArray("statements")) {
      JsonObject span = one.getAsJsonObject();
      statements.add(
          new StatementSpan(
              span.get("start").getAsInt(),
              span.get("end").getAsInt(),
              span.get("line").getAsInt(),
              span.get("summary").getAsString(),
              new StatementEffect(readEffects(span), strings(span, "unproven"))));
    }
    Sql sql =
        new Sql(
            json.get("sql").getAsString(),
            optional(json, "file", JsonElement::getAsString),
            statements,
            json.get("transactional").getAsBoolean());
    check("`" + name + "` of `" + id + "`", sql.sha256(), json);
    return Optional.of(sql);
  }

  private static List<RelationEffect> readEffects(JsonObject span) {
    List<RelationEffect> effects = new ArrayList<>();
    for (JsonElement one : array(span, "locks")) {
      JsonObject lock = one.getAsJsonObject();
      effects.add(
          new RelationEffect(
              lock.get("relation").getAsString(),
              lock.get("lock").getAsString(),
              lock.get("blocks").getAsString(),
              lock.get("rewritten").getAsBoolean(),
              lock.get("scanned").getAsBoolean(),
              lock.get("indexesRebuilt").getAsBoolean()));
    }
    return effects;
  }

  private static Reversibility readReversibility(JsonObject json) {
    return new Reversibility(
        Reversibility.Kind.valueOf(json.get("class").getAsString().toUpperCase(Locale.ROOT)),
        strings(json, "notes"));
  }

  private static List<String> strings(JsonObject json, String name) {
    List<String> values = new ArrayList<>();
    array(json, name).forEach(e -> values.add(e.getAsString()));
    return values;
  }

  private static Code readCode(JsonObject json) {
    return new Code(
        json.get("sha256").getAsString(),
        json.get("catalogue").getAsString(),
        json.get("down").getAsBoolean());
  }

  private static void check(String what, String sha256, JsonObject json) throws ManifestException {
    if (!sha256.equals(json.get("sha256").getAsString())) {
      throw new ManifestException(what + " does not have the digest that it states");
    }
  }

  private static Iterable<JsonElement> array(JsonObject json, String name) {
    return json.has(name) ? json.getAsJsonArray(name) : List.of();
  }

  private static <T> Optional<T> optional(
      JsonObject json, String name, Function<JsonElement, T> read) {
    return json.has(name) ? Optional.of(read.apply(json.get(name))) : Optional.empty();
  }
}
