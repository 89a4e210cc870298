package dev.ngdi.migration.model;

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

/** Reads {@code manifest.json}. */
final class ManifestReader {
  /** What an earlier release, which did not say, leaves open. */
  private static final Reversibility UNSTATED =
      new Reversibility(Reversibility.Kind.UNPROVEN, List.of("the manifest does not say"));

  private final boolean checksSql;

  /**
   * @param checksSql whether it compares the SQL with its digests
   */
  ManifestReader(boolean checksSql) {
    this.checksSql = checksSql;
  }

  Manifest read(String text) throws ManifestException {
    try {
      JsonObject root = JsonParser.parseString(text).getAsJsonObject();
      int format = root.get("format").getAsInt();
      if (format > ManifestFile.FORMAT) {
        throw new ManifestException(
            "it has format " + format + ", and this release reads up to " + ManifestFile.FORMAT);
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

  private DeclaredMigration readMigration(JsonObject json) throws ManifestException {
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
    if (!migration.sha256().equals(json.get("sha256").getAsString())) {
      throw wrongDigest("`" + id + "`");
    }
    return migration;
  }

  private Optional<Sql> readSql(String id, JsonObject parent, String name)
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
    String text = json.get("sql").getAsString();
    String stated = json.get("sha256").getAsString();
    if (checksSql && !Digest.sha256(text).equals(stated)) {
      throw wrongDigest("`" + name + "` of `" + id + "`");
    }
    return Optional.of(
        new Sql(
            text,
            optional(json, "file", JsonElement::getAsString),
            statements,
            json.get("transactional").getAsBoolean(),
            stated));
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

  private static ManifestException wrongDigest(String what) {
    return new ManifestException(what + " does not have the digest that it states");
  }

  private static Iterable<JsonElement> array(JsonObject json, String name) {
    return json.has(name) ? json.getAsJsonArray(name) : List.of();
  }

  private static <T> Optional<T> optional(
      JsonObject json, String name, Function<JsonElement, T> read) {
    return json.has(name) ? Optional.of(read.apply(json.get(name))) : Optional.empty();
  }
}
